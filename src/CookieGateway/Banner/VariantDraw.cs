using System.Buffers.Text;
using System.Globalization;
using CookieGateway.Consent.Decisions;
using CookieGateway.Sites;

namespace CookieGateway.Banner;

/// <summary>
/// Draws which of a site's banners somebody sees: by a keyed hash over the day and what every request carries anyway. Nothing is stored for
/// it, in the browser or here, and nobody can tell from the draw who it was. The same visitor sees the same banner all day, on every replica.
/// </summary>
public sealed class VariantDraw(ConsentTokens tokens, TimeProvider time)
{
    private const string Use = "banner-variant";

    public BannerSettings For(Site site, HttpContext http)
    {
        if (site.Banner.Variants.Count == 0)
        {
            return site.Banner;
        }

        var all = site.Banner.All;
        var day = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var hash = tokens.Vouch(Use, $"{site.Id}\n{day}\n{http.Connection.RemoteIpAddress}\n{http.Request.Headers.UserAgent}");
        return all[(int)(BitConverter.ToUInt32(Base64Url.DecodeFromChars(hash)) % (uint)all.Count)];
    }
}
