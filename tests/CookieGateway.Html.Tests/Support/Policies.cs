using CookieGateway.Html.Rewriting;

namespace CookieGateway.Html.Tests.Support;

/// <summary>Policies that the invariants are held against.</summary>
internal static class Policies
{
    /// <summary>Nothing is looked at: output is input, whatever it is.</summary>
    public static HtmlPolicy<object?> Nothing { get; } = new HtmlPolicyBuilder<object?>().Build();

    /// <summary>Everything is looked at, nothing is changed.</summary>
    public static HtmlPolicy<object?> Watching { get; } = new HtmlPolicyBuilder<object?>()
        .OnAnyElement(static (_, element) => element.Has("src"u8))
        .OnAttribute(static (_, element) => element.Value("style"u8), "style", "on*", "data-*")
        .OnAnyEndTag(static (_, tag) => tag.Is("body"u8))
        .OnText(static (_, _) => { })
        .OnComment(static (_, _) => { })
        .OnRawText(static (_, _, _) => { }, null, "script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes")
        .Build();

    /// <summary>What a gateway does: no image, frame or script may load anything, inline scripts may not run, pieces are inserted.</summary>
    public static HtmlPolicy<object?> Holding { get; } = HoldingFor<object?>().Build();

    /// <summary>The same by a page that remembers what became of its tags.</summary>
    public static HtmlPolicy<RememberingPage> Remembering { get; } = HoldingFor<RememberingPage>()
        .RememberTags(
            static (page, markup, space, out rewritten) => page.Recall(markup, space, out rewritten),
            static (page, markup, space, rewritten) => page.OnSettled(markup, space, rewritten))
        .Build();

    private static HtmlPolicyBuilder<TPage> HoldingFor<TPage>() => new HtmlPolicyBuilder<TPage>()
        .OnElement(static (_, element) => element.Prepend("<!--head-->"u8), "head")
        .OnElement(static (_, element) => element.Append("<!--body-->"u8), "body")
        .OnElement(static (_, element) => element.RemoveWithContent(), "object", "embed", "applet", "frame")
        .OnElement(static (_, element) => Hold(element), "script", "img", "iframe", "input", "video", "audio", "source", "track")
        .OnElement(static (_, element) => element.RewriteDocument("srcdoc"u8), "iframe")
        .OnAttribute(static (_, element) => element.RemoveAttribute("onerror"u8), "onerror")
        .OnRawText(static (_, element, _) => element.SetAttribute("type"u8, "text/plain"u8), static (_, element) => !element.Has("src"u8), "script")
        .OnPageEnd(static (_, end) => end.Append("<!--end-->"u8));

    private static void Hold(Element element)
    {
        element.RenameAttribute("src"u8, "data-src"u8);
        element.RenameAttribute("srcset"u8, "data-srcset"u8);
        element.RenameAttribute("href"u8, "data-href"u8);
        element.RenameAttribute("xlink:href"u8, "data-xlink"u8);
    }
}
