using CookieGateway.Html.Urls;

namespace CookieGateway.Benchmarks;

/// <summary>What the representative policy knows of a page.</summary>
internal sealed class MeasuredPage
{
    public UrlReader Urls { get; } = new();
}
