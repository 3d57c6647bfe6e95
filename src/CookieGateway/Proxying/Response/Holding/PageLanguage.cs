using System.Text;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>In which language the gateway speaks on a page: the page's own, else the one its address names, else the visitor's.</summary>
internal static class PageLanguage
{
    public static string Of(PageContext page, ReadOnlySpan<byte> htmlLang)
    {
        var site = page.Site;
        return Known(site.Languages, htmlLang)
            ?? OfAddress(site.Languages, page.Address.Target)
            ?? OfVisitor(site.Languages, page.AcceptLanguage)
            ?? site.Languages[0];
    }

    // "/kk/…", "/…?lang=kk": how sites of this market tell their languages apart. Many write "kz", the country, for Kazakh.
    private static string? OfAddress(IReadOnlyList<string> languages, string target)
    {
        var path = target.AsSpan();
        var query = path.IndexOf('?');
        var first = (query < 0 ? path : path[..query]).Trim('/');
        var slash = first.IndexOf('/');
        if (Known(languages, slash < 0 ? first : first[..slash]) is { } ofPath)
        {
            return ofPath;
        }

        var lang = query < 0 ? -1 : path[query..].IndexOf("lang=", StringComparison.Ordinal);
        if (lang < 0)
        {
            return null;
        }

        var value = path[(query + lang + "lang=".Length)..];
        var end = value.IndexOf('&');
        return Known(languages, end < 0 ? value : value[..end]);
    }

    private static string? OfVisitor(IReadOnlyList<string> languages, string? acceptLanguage)
    {
        // Browsers write the languages in the order in which their user wants them; the weights say the same once more.
        foreach (var range in acceptLanguage.AsSpan().Split(','))
        {
            var wanted = acceptLanguage.AsSpan()[range].Trim();
            var weight = wanted.IndexOf(';');
            if (Known(languages, weight < 0 ? wanted : wanted[..weight]) is { } known)
            {
                return known;
            }
        }

        return null;
    }

    private static string? Known(IReadOnlyList<string> languages, ReadOnlySpan<byte> tag)
    {
        Span<char> chars = stackalloc char[16];
        return tag.Length > chars.Length ? null : Known(languages, chars[..Encoding.Latin1.GetChars(tag, chars)]);
    }

    private static string? Known(IReadOnlyList<string> languages, ReadOnlySpan<char> tag)
    {
        tag = tag.Trim();
        var primary = tag.IndexOfAny('-', '_') is > 0 and var dash ? tag[..dash] : tag;
        primary = primary.Equals("kz", StringComparison.OrdinalIgnoreCase) ? "kk" : primary;
        for (var at = 0; at < languages.Count; at++)
        {
            if (primary.Equals(languages[at], StringComparison.OrdinalIgnoreCase))
            {
                return languages[at];
            }
        }

        return null;
    }
}
