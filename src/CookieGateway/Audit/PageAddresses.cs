using AngleSharp.Dom;
using CookieGateway.Consent.Trackers;

namespace CookieGateway.Audit;

/// <summary>The addresses that an element makes a browser ask for: those a reader of the page's source can see.</summary>
internal static class PageAddresses
{
    public static IEnumerable<(string Value, RequestKind Kind, string Vector)> Of(IElement element)
    {
        var name = element.LocalName;
        (string Attribute, RequestKind Kind)[] attributes = name switch
        {
            "script" => [("src", RequestKind.Script)],
            "img" => [("src", RequestKind.Image), ("data-src", RequestKind.Image)],
            "iframe" or "frame" => [("src", RequestKind.Frame), ("data-src", RequestKind.Frame)],
            "embed" => [("src", RequestKind.Object)],
            "object" => [("data", RequestKind.Object)],
            "video" or "audio" or "track" => [("src", RequestKind.Media), ("poster", RequestKind.Image)],
            "source" => [("src", RequestKind.Media)],
            "input" => [("src", RequestKind.Image)],
            "a" => [("ping", RequestKind.Ping)],
            "form" => [],
            _ => [],
        };
        var found = attributes
            .Select(attribute => (Value: element.GetAttribute(attribute.Attribute), attribute.Kind))
            .Where(address => !string.IsNullOrWhiteSpace(address.Value))
            .Select(address => (address.Value!, address.Kind, Vector(element, name)));
        return name switch
        {
            "link" => OfLink(element),
            "img" or "source" => found.Concat(OfSourceSet(element, name)),
            _ => found,
        };
    }

    private static IEnumerable<(string, RequestKind, string)> OfLink(IElement link)
    {
        if (link.GetAttribute("href") is not { Length: > 0 } address)
        {
            return [];
        }

        var relations = (link.GetAttribute("rel") ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return relations.Select(relation => (address, Kind(relation, link), relation))
            .Where(found => found.Item2 is not null)
            .Select(found => (found.address, found.Item2!.Value, found.relation));
    }

    private static RequestKind? Kind(string relation, IElement link) => relation switch
    {
        "stylesheet" => RequestKind.Stylesheet,
        "preconnect" or "dns-prefetch" => RequestKind.Hint,
        "icon" or "apple-touch-icon" => RequestKind.Image,
        "modulepreload" => RequestKind.Script,
        "prefetch" or "prerender" => RequestKind.Document,
        "preload" => link.GetAttribute("as") switch
        {
            "script" => RequestKind.Script,
            "style" => RequestKind.Stylesheet,
            "font" => RequestKind.Font,
            "image" => RequestKind.Image,
            _ => RequestKind.Other,
        },
        _ => null,
    };

    private static IEnumerable<(string, RequestKind, string)> OfSourceSet(IElement element, string name) =>
        (element.GetAttribute("srcset") ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(candidate => (candidate.Split(' ')[0].TrimEnd(','), RequestKind.Image, name));

    private static string Vector(IElement element, string name) =>
        element.Ancestors<IElement>().Any(ancestor => ancestor.LocalName == "noscript") ? "noscript " + name : name;
}
