using CookieGateway.Banner;
using CookieGateway.Sites;
using CookieGateway.Sites.Reading;
using Microsoft.Extensions.Primitives;

namespace CookieGateway.Hosting;

/// <summary>Where the configuration comes from: ASP.NET Core's own sources, and the file of <c>--config</c>.</summary>
internal sealed class ConfigurationSources(IConfigurationRoot root, string contentRoot, ConfigurationFile? file)
{
    public IConfiguration Root => root;

    /// <summary>Adds the file to a builder's sources.</summary>
    public static ConfigurationSources Of(WebApplicationBuilder builder, string? file) => new(
        builder.Configuration,
        builder.Environment.ContentRootPath,
        file is null ? null : ConfigurationFile.AddTo(builder.Configuration, file));

    public IChangeToken GetReloadToken() => root.GetReloadToken();

    /// <summary>Reads all of it, or throws <see cref="ConfigurationMistakesException"/>.</summary>
    public GatewayConfiguration Read(IReadOnlyList<Site>? known = null) =>
        file?.TakeFault() is { } fault
            ? throw new ConfigurationMistakesException([fault])
            : WithFaultlessBanners(ConfigurationReader.Read(root, file?.Directory ?? contentRoot, known));

    // The folder Sites does not know what a banner may say; nobody starts with one that may not be shown.
    private static GatewayConfiguration WithFaultlessBanners(GatewayConfiguration read)
    {
        string[] mistakes = [.. read.Sites.SelectMany(site => BannerLint.Mistakes(site.Id, site.Banner))];
        return mistakes.Length == 0 ? read : throw new ConfigurationMistakesException(mistakes);
    }
}
