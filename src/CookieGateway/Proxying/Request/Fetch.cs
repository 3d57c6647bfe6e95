using CookieGateway.Consent.Trackers;

namespace CookieGateway.Proxying.Request;

/// <summary>What a request is made for, by what it says itself. https://www.w3.org/TR/fetch-metadata/</summary>
internal readonly record struct Fetch
{
    private Fetch(string? destination, bool isNavigation, bool mayBePage)
    {
        Destination = destination;
        IsNavigation = isNavigation;
        MayBePage = mayBePage;
    }

    /// <summary>The browser goes to a page: in a tab or in a frame. False for everything that a page loads.</summary>
    public bool IsNavigation { get; }

    /// <summary>A page of its own, in a tab: the one that gets a banner.</summary>
    public bool IsTopDocument => IsNavigation && Destination is null or "document";

    /// <summary>The answer may be HTML that the gateway has to rewrite.</summary>
    public bool MayBePage { get; }

    public RequestKind Kind => Destination switch
    {
        "document" => RequestKind.Document,
        "script" or "worker" or "sharedworker" or "serviceworker" or "audioworklet" or "paintworklet" or "json" => RequestKind.Script,
        "image" => RequestKind.Image,
        "iframe" or "frame" or "fencedframe" => RequestKind.Frame,
        "style" or "xslt" => RequestKind.Stylesheet,
        "font" => RequestKind.Font,
        "audio" or "video" or "track" => RequestKind.Media,
        "object" or "embed" => RequestKind.Object,
        "empty" => RequestKind.Connect,
        "report" => RequestKind.Ping,
        null when IsNavigation => RequestKind.Document,
        null when IsScriptFile => RequestKind.Script,
        _ => RequestKind.Other,
    };

    private string? Destination { get; }

    private bool IsScriptFile { get; init; }

    public static Fetch Of(HttpRequest request)
    {
        var headers = request.Headers;
        var acceptsHtml = headers.Accept.ToString().Contains("html", StringComparison.OrdinalIgnoreCase);
        if (headers["Sec-Fetch-Dest"].ToString() is { Length: > 0 } destination)
        {
            var isPage = destination is "document" or "iframe" or "frame" or "fencedframe" or "embed" or "object";
            return new Fetch(destination, isPage, isPage || (destination == "empty" && acceptsHtml));
        }

        // Browsers say nothing over plain http, and robots nowhere. Scripts that fetch parts of pages mostly say so.
        var isPart = headers.ContainsKey("X-Requested-With") || headers.ContainsKey("HX-Request") || headers.ContainsKey("Turbo-Frame");
        var mayBePage = acceptsHtml || headers.Accept.Count == 0;
        return new Fetch(null, isNavigation: mayBePage && !isPart, mayBePage)
        {
            IsScriptFile = request.Path.Value?.EndsWith(".js", StringComparison.OrdinalIgnoreCase) ?? false,
        };
    }
}
