using CookieGateway.Html.Rewriting;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>Every way by which a page makes a request or gets the gateway's own markup, and who deals with it. One for all pages.</summary>
internal static class PagePolicy
{
    public static HtmlPolicy<HeldPage> All { get; } = new HtmlPolicyBuilder<HeldPage>()
        .OnElement(OtherVectors.OnBase, "base")
        .OnElement(Scripts.OnStartTag, "script")
        .OnRawText(Scripts.OnCode, Scripts.HasCode, "script")
        .OnElement(
            Sources.OnStartTag,
            "img", "source", "video", "audio", "track", "input", "embed", "object", "applet", "bgsound",
            "image", "use", "feimage", "portal",
            "amp-img", "amp-anim", "amp-pixel", "amp-iframe", "amp-ad", "amp-embed", "amp-analytics", "amp-video", "amp-audio",
            "amp-list", "amp-state", "amp-story-auto-ads", "amp-call-tracking", "amp-smartlinks")
        .OnElement(Frames.OnStartTag, "iframe", "frame", "fencedframe")
        .OnElement(Links.OnStartTag, "link")
        .OnAttribute(OtherVectors.OnBackground, "background")
        .OnAttribute(OtherVectors.OnMeta, "http-equiv")
        .OnElement(OtherVectors.OnParam, "param")
        .OnAttribute(OtherVectors.OnPing, "ping")
        .OnAttribute(OtherVectors.OnEventHandlers, OtherVectors.MayLoad, "on*")
        .OnAttribute(LazyAttributes.OnStartTag, LazyAttributes.MayLoad, "data-*")
        .OnAttribute(Styles.OnAttribute, Styles.MayLoad, "style")
        .OnAttribute(
            Styles.OnPresentation, Styles.MayLoad,
            "fill", "stroke", "filter", "mask", "clip-path", "cursor", "marker-start", "marker-mid", "marker-end")
        .OnRawText(Styles.OnText, Styles.HasText, "style")
        .OnAnyElement(Insertions.OnStartTag)
        .OnAnyElementBut(Insertions.OnContent, Insertions.BelongToHead)
        .RememberTags(SettledTags.Recall, SettledTags.OnSettled)
        .OnPageEnd(Insertions.OnPageEnd)
        .Build();
}
