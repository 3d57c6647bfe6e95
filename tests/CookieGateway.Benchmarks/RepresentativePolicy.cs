using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Urls;

namespace CookieGateway.Benchmarks;

/// <summary>
/// A policy of the gateway's kind without the gateway's knowledge: it reads every URL by which a page makes a request, looks through
/// event handlers, style attributes, scripts and styles, and holds what names one of a few hosts.
/// </summary>
internal static class RepresentativePolicy
{
    public static HtmlPolicy<MeasuredPage> All { get; } = new HtmlPolicyBuilder<MeasuredPage>()
        .OnElement(static (page, element) => Hold(page, element, "src"u8, "data-src"u8),
            "script", "img", "iframe", "frame", "embed", "source", "video", "audio", "track", "input")
        .OnElement(static (page, element) => Hold(page, element, "href"u8, "data-href"u8), "link", "use")
        .OnElement(static (page, element) => page.Urls.UseBase(element.Value("href"u8)), "base")
        .OnElement(static (_, element) => element.Prepend("<script src=/guard.js></script>"u8), "head")
        .OnElement(static (_, element) => element.Prepend("<div id=banner></div>"u8), "body")
        .OnAttribute(static (page, element) => LookThrough(page, element.Value("style"u8)), "style")
        .OnAttribute(static (_, element) => element.Has("onclick"u8), "onload", "onclick", "onerror", "ping", "srcset", "srcdoc", "background")
        .OnRawText(static (_, element, text) => Hold(element, text), static (_, element) => !element.Has("src"u8), "script")
        .OnRawText(static (page, _, text) => LookThrough(page, text.Bytes), null, "style")
        .Build();

    private static void Hold(MeasuredPage page, Element element, ReadOnlySpan<byte> attribute, ReadOnlySpan<byte> held)
    {
        var url = page.Urls.Read(element.Value(attribute));
        if (url.Host.EndsWith("yandex.ru"u8) || url.Host.EndsWith("google-analytics.com"u8) || url.Host.EndsWith("googletagmanager.com"u8))
        {
            element.RenameAttribute(attribute, held);
        }
    }

    private static void Hold(Element element, RawText text)
    {
        if (text.Bytes.IndexOf("google-analytics"u8) >= 0 || text.Bytes.IndexOf("mc.yandex.ru"u8) >= 0)
        {
            element.SetAttribute("type"u8, "text/plain"u8);
        }
    }

    private static void LookThrough(MeasuredPage page, ReadOnlySpan<byte> css)
    {
        using var urls = new CssUrlReader(css);
        while (urls.MoveNext())
        {
            _ = page.Urls.Read(urls.Current);
        }
    }
}
