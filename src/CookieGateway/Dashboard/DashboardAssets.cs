using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace CookieGateway.Dashboard;

/// <summary>The dashboard's own files out of the program itself, each under a name with its hash, so that a browser may keep it for ever.</summary>
public sealed class DashboardAssets
{
    private const string Folder = "wwwroot/dashboard/";

    private readonly FrozenDictionary<string, Asset> _byFile;
    private readonly FrozenDictionary<string, Asset> _byPath;

    public DashboardAssets()
    {
        var program = typeof(DashboardAssets).Assembly;
        var types = new FileExtensionContentTypeProvider();
        var assets = program.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name =>
            {
                using var stream = program.GetManifestResourceStream(name)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                var file = name[Folder.Length..];
                var type = types.TryGetContentType(file, out var known) ? known : "application/octet-stream";
                return new Asset(file, $"/assets/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}/{file}", type, bytes);
            })
            .ToArray();
        _byFile = assets.ToFrozenDictionary(asset => asset.File, StringComparer.Ordinal);
        _byPath = assets.ToFrozenDictionary(asset => asset.Path, StringComparer.Ordinal);
    }

    /// <summary>The address of a file.</summary>
    public string this[string file] => _byFile[file].Path;

    public Task ServeAsync(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || !_byPath.TryGetValue(http.Request.Path.Value ?? "", out var asset))
        {
            return next(http);
        }

        http.Response.ContentType = asset.Type.StartsWith("text/", StringComparison.Ordinal) ? asset.Type + "; charset=utf-8" : asset.Type;
        http.Response.ContentLength = asset.Bytes.Length;
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return http.Response.Body.WriteAsync(asset.Bytes, 0, asset.Bytes.Length, http.RequestAborted);
    }

    private sealed record Asset(string File, string Path, string Type, byte[] Bytes);
}
