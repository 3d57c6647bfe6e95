using CookieGateway.Banner.Views;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;

namespace CookieGateway.Banner;

/// <summary>A first layer as its visitors see it.</summary>
public sealed class Notice
{
    private Notice(NoticeFace face, byte[] bytes, NoticeVersion version, string html)
    {
        Face = face;
        Bytes = bytes;
        Version = version;
        Html = html;
    }

    public NoticeFace Face { get; }

    /// <summary>What is kept as proof: the markup, without what differs from page to page.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    public NoticeVersion Version { get; }

    internal string Html { get; }

    public static Notice Render(NoticeFace face) => Of(face, RazorText.Render<BannerView>((nameof(BannerView.Face), face)));

    /// <summary>The first layer that asks for newcomers only.</summary>
    public static Notice RenderAgain(NoticeFace face, PurposeSet earlier, Newcomers newcomers) => Of(face, RazorText.Render<AgainView>(
        (nameof(AgainView.Face), face),
        (nameof(AgainView.Earlier), earlier),
        (nameof(AgainView.Newcomers), newcomers)));

    private static Notice Of(NoticeFace face, string html)
    {
        var bytes = AsciiHtml.Encode(NoticeSlot.Empty(html));
        var version = NoticeVersion.Of(bytes);
        return new Notice(face, bytes, version, NoticeSlot.Fill(html, version.ToString()));
    }
}
