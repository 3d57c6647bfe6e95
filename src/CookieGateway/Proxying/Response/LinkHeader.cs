using CookieGateway.Consent.Trackers;
using Microsoft.Extensions.Primitives;

namespace CookieGateway.Proxying.Response;

/// <summary>
/// The Link header, which makes a browser connect, load and run before it has read the page. https://www.rfc-editor.org/rfc/rfc8288#section-3
/// </summary>
internal static class LinkHeader
{
    /// <summary>The links that may stay, untouched; the very headers when all may.</summary>
    public static StringValues Filter(StringValues headers, HeaderUrls urls)
    {
        var kept = new List<string>();
        var changed = false;
        foreach (var link in headers.SelectMany(header => LinksIn(header ?? "")))
        {
            if (KindOf(link) is { } kind && urls.Holds(UrlIn(link), kind))
            {
                changed = true;
            }
            else
            {
                kept.Add(link);
            }
        }

        return changed ? new StringValues([.. kept]) : headers;
    }

    /// <summary>A comma parts links only outside of angle brackets and quotes.</summary>
    private static IEnumerable<string> LinksIn(string header)
    {
        var start = 0;
        var inUrl = false;
        var inQuotes = false;
        for (var i = 0; i <= header.Length; i++)
        {
            var c = i < header.Length ? header[i] : ',';
            inUrl = !inQuotes && c switch { '<' => true, '>' => false, _ => inUrl };
            inQuotes = !inUrl && c == '"' ? !inQuotes : inQuotes;
            if (i == header.Length || (c == ',' && !inUrl && !inQuotes))
            {
                if (header[start..i].Trim() is { Length: > 0 } link)
                {
                    yield return link;
                }

                start = i + 1;
            }
        }
    }

    private static string UrlIn(string link)
    {
        var open = link.IndexOf('<');
        var close = link.IndexOf('>', open + 1);
        return open < 0 || close < 0 ? "" : link[(open + 1)..close];
    }

    /// <summary>By what the browser would ask; null for links that it only knows of, as canonical or alternate.</summary>
    private static RequestKind? KindOf(string link)
    {
        var relations = Parameter(link, "rel").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return relations.Select(relation => (RequestKind?)(relation.ToLowerInvariant() switch
        {
            "preconnect" or "dns-prefetch" => RequestKind.Hint,
            "modulepreload" => RequestKind.Script,
            "stylesheet" => RequestKind.Stylesheet,
            "icon" or "apple-touch-icon" => RequestKind.Image,
            "prefetch" or "prerender" => RequestKind.Frame,
            "preload" => KindOfPreload(Parameter(link, "as")),
            "compression-dictionary" or "manifest" => RequestKind.Other,
            _ => null,
        })).FirstOrDefault(kind => kind is not null);
    }

    private static RequestKind KindOfPreload(string what) => what.ToLowerInvariant() switch
    {
        "script" or "worker" => RequestKind.Script,
        "style" => RequestKind.Stylesheet,
        "image" => RequestKind.Image,
        "font" => RequestKind.Font,
        "audio" or "video" or "track" => RequestKind.Media,
        "document" => RequestKind.Frame,
        "object" or "embed" => RequestKind.Object,
        _ => RequestKind.Connect,
    };

    private static string Parameter(string link, string name)
    {
        foreach (var part in link[(link.IndexOf('>') + 1)..].Split(';'))
        {
            var equals = part.IndexOf('=');
            if (equals > 0 && part.AsSpan(0, equals).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return part[(equals + 1)..].Trim().Trim('"');
            }
        }

        return "";
    }
}
