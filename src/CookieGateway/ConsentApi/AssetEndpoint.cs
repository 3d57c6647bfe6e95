using CookieGateway.Banner.Assets;
using CookieGateway.Sites;
using Microsoft.Net.Http.Headers;

namespace CookieGateway.ConsentApi;

/// <summary>Serves the banner's files from memory, compressed beforehand.</summary>
public sealed class AssetEndpoint(AssetLibrary assets)
{
    /// <summary>The style that our own pages share.</summary>
    public string StylesheetOf(Site site) => assets.PathOf(site, "pages.css");

    public Task AnswerAsync(OwnVisit visit, string hash, string file)
    {
        if (assets.Find(visit.Site, file) is not { } asset)
        {
            return visit.FailAsync(OwnFailure.NotFound);
        }

        // A page made before a change of version or settings asks by the old hash. It gets what there is now, and may not keep it.
        var isCurrent = hash == assets.HashOf(visit.Site, file);
        var headers = visit.Http.Response.Headers;
        headers.CacheControl = isCurrent ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return SendAsync(visit, asset);
    }

    private static async Task SendAsync(OwnVisit visit, Asset asset)
    {
        var response = visit.Http.Response;
        var (body, encoding) = Variant(asset, visit.Http.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        response.ContentType = asset.ContentType;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(visit.Http.Request.Method))
        {
            await response.Body.WriteAsync(body, visit.Aborted);
        }
    }

    private static (ReadOnlyMemory<byte> Body, string? Encoding) Variant(Asset asset, string accepted) =>
        Accepts(accepted, "br") ? (asset.Brotli, "br")
        : Accepts(accepted, "gzip") ? (asset.Gzip, "gzip")
        : (asset.Bytes, null);

    private static bool Accepts(string accepted, string encoding) =>
        StringWithQualityHeaderValue.TryParseList([accepted], out var codings)
        && codings.Any(coding => coding.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && coding.Quality is null or > 0);
}
