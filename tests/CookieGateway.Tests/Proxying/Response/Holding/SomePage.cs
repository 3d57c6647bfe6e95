using System.Buffers;
using System.Text;
using CookieGateway.Banner;
using CookieGateway.Banner.Assets;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Proxying.Response;
using CookieGateway.Proxying.Response.Holding;
using CookieGateway.Sites;

namespace CookieGateway.Tests.Proxying.Response.Holding;

/// <summary>A page as the rewriting gets it, and what becomes of it.</summary>
internal static class SomePage
{
    private static readonly BannerRenderer Banner = new(new AssetLibrary(), _ => []);

    public static PageContext Of(Site site, VisitorConsent? consent = null, bool isTop = false, string? charset = "utf-8", string target = "/") => new()
    {
        Site = site,
        Consent = consent ?? VisitorConsent.Undecided,
        Address = new PageAddress("https", "clinic.kz", target),
        Charset = charset,
        IsDocument = isTop,
        IsTopDocument = isTop,
        Insertions = Banner.For(site, consent ?? VisitorConsent.Undecided, null, CspPermissions.Unrestricted),
    };

    public static VisitorConsent Granting(params ReadOnlySpan<Purpose> purposes) => new()
    {
        Decision = new ConsentDecision
        {
            Visitor = VisitorId.New(),
            Record = RecordId.New(DateTimeOffset.UnixEpoch),
            At = DateTimeOffset.UnixEpoch,
            Expires = DateTimeOffset.UnixEpoch.AddDays(180),
            Purposes = PurposeSet.Of(purposes),
            Policy = "1",
            Notice = default,
        },
    };

    public static string Rewrite(PageContext page, string html, params ReadOnlySpan<int> cuts) =>
        Encoding.UTF8.GetString(RewriteBytes(page, Encoding.UTF8.GetBytes(html), cuts));

    public static byte[] RewriteBytes(PageContext page, ReadOnlySpan<byte> html, params ReadOnlySpan<int> cuts)
    {
        var output = new ArrayBufferWriter<byte>();
        using var rewrite = PageRewrite.Begin(page, output);
        var from = 0;
        foreach (var cut in cuts)
        {
            rewrite.Write(html[from..cut]);
            from = cut;
        }

        rewrite.Write(html[from..]);
        rewrite.End();
        return output.WrittenSpan.ToArray();
    }
}
