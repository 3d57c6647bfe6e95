namespace CookieGateway.Banner.Assets;

/// <summary>
/// What every page is told of the catalog before it asks for anything: who turns up on the pages of this market, made by their own code.
/// What is missing here is not let through. It is asked for, which costs a request; so this list is about weight, not about verdicts.
/// </summary>
internal static class KnownByHeart
{
    /// <summary>
    /// Trackers whose cookies and keys code of the site's own host writes: copies in bundles, snippets that keep what a visitor came with.
    /// The others' are written by scripts that are held, Matomo's on the site's own host among them.
    /// </summary>
    public static readonly string[] Writers =
    [
        "calltouch", "google-ads", "google-analytics", "google-tag-manager", "meta-pixel", "roistat", "tiktok-pixel", "top-mail-ru", "yandex-metrika",
    ];

    /// <summary>
    /// Trackers which a page's code may call though none of their tags is on the page: a tag manager brings them, or code that does
    /// more than track. All others get their stub from their held tag, as maps do, whose library is fetched by a tag of its own.
    /// </summary>
    public static readonly string[] Called =
    [
        "calltouch", "google-ads", "google-analytics", "google-tag-manager", "hotjar", "jivo", "matomo", "meta-pixel",
        "microsoft-clarity", "microsoft-uet", "roistat", "tiktok-pixel", "top-mail-ru", "vk-pixel", "yandex-metrika",
        "zero-kz",
    ];

    /// <summary>Patterns of the catalog that are held in every kind of request, whatever the tracker is for.</summary>
    public static readonly string[] Held =
    [
        "analytics.tiktok.com", "api-maps.yandex.ru", "calltouch.ru", "clarity.ms",
        "doubleclick.net", "google-analytics.com", "googleadservices.com",
        "googlesyndication.com", "googletagmanager.com", "hotjar.com", "jivosite.com", "kdt.kz", "mc.yandex.*",
        "roistat.com", "top-fwz1.mail.ru", "www.facebook.com/tr", "yadro.ru",
        "yandex.ru/ads/", "yandex.ru/map-widget/", "zero.kz",
    ];

    /// <summary>Patterns of the catalog that are never held. Script CDNs are not among them: they carry copies of trackers.</summary>
    public static readonly string[] Necessary =
    [
        "fonts.googleapis.com",
        "www.google.com/recaptcha/", "www.gstatic.com/recaptcha/",
    ];
}
