using CookieGateway.Banner.Views;
using CookieGateway.Consent.Decisions;

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

    public static Notice Render(NoticeFace face)
    {
        var html = RazorText.Render<BannerView>((nameof(BannerView.Face), face));
        var bytes = AsciiHtml.Encode(NoticeSlot.Empty(html));
        var version = NoticeVersion.Of(bytes);
        return new Notice(face, bytes, version, NoticeSlot.Fill(html, version.ToString()));
    }
}
