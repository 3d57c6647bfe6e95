using System.Text;
using CookieGateway.Consent.Trackers;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>The rarer ways by which markup makes a request: pings, refreshes, parameters, event handlers, bases.</summary>
internal static class OtherVectors
{
    /// <summary>The shortest handler that could load anything.</summary>
    private const int ShortestLoader = 16;

    /// <summary><c>a ping</c>: several addresses that are told of a click.</summary>
    public static void OnPing(HeldPage page, Element link)
    {
        var rest = link.Value("ping"u8);
        while (!rest.IsEmpty)
        {
            rest = rest.TrimStart(" \t\r\n\f"u8);
            var end = rest.IndexOfAny(" \t\r\n\f"u8);
            if (page.Holds(end < 0 ? rest : rest[..end], RequestKind.Ping, out var verdict))
            {
                Held.Keep(page, link, "ping"u8);
                Held.Mark(page, link, verdict);
                return;
            }

            rest = end < 0 ? default : rest[end..];
        }
    }

    /// <summary>The picture behind a page or a table: https://html.spec.whatwg.org/#attr-background</summary>
    public static void OnBackground(HeldPage page, Element element)
    {
        if (HasBackground(element))
        {
            Sources.OnStartTag(page, element);
        }
    }

    private static bool HasBackground(Element element) =>
        element.Is("body"u8) || element.Is("table"u8) || element.Is("td"u8) || element.Is("th"u8) || element.Is("tr"u8)
        || element.Is("thead"u8) || element.Is("tbody"u8) || element.Is("tfoot"u8);

    /// <summary><c>&lt;meta http-equiv=refresh content="0; url=…"&gt;</c>.</summary>
    public static void OnMeta(HeldPage page, Element meta)
    {
        if (!meta.Is("meta"u8) || !Ascii.EqualsIgnoreCase(meta.Value("http-equiv"u8).Trim((byte)' '), "refresh"u8))
        {
            return;
        }

        var content = meta.Value("content"u8);
        var address = content[(content.IndexOfAny((byte)';', (byte)',') + 1)..].Trim(" \t\r\n\f"u8);
        if (address.Length > 3 && Ascii.EqualsIgnoreCase(address[..3], "url"u8))
        {
            address = address[3..].TrimStart(" ="u8);
        }

        if (page.Holds(address.Trim("\"'"u8), RequestKind.Document, out var verdict) && verdict.Kind == VerdictKind.Tracker)
        {
            Held.Keep(page, meta, "content"u8);
            Held.Mark(page, meta, verdict);
        }
    }

    /// <summary><c>&lt;param name=movie value=…&gt;</c> of an object.</summary>
    public static void OnParam(HeldPage page, Element param)
    {
        var name = param.Value("name"u8);
        if ((Ascii.EqualsIgnoreCase(name, "movie"u8) || Ascii.EqualsIgnoreCase(name, "src"u8)
                || Ascii.EqualsIgnoreCase(name, "url"u8) || Ascii.EqualsIgnoreCase(name, "filename"u8))
            && page.Holds(param.Value("value"u8), RequestKind.Object, out var verdict))
        {
            Held.Keep(page, param, "value"u8);
            Held.Mark(page, param, verdict);
        }
    }

    /// <summary>Handlers that load a tracker. Those that call one stay: its stub answers them.</summary>
    public static void OnEventHandlers(HeldPage page, Element element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (!attribute.StartsWith("on"u8) || !MayLoad(attribute.SpelledName, attribute.RawValue))
            {
                continue;
            }

            var judged = Scripts.Judge(page, attribute.Value).Judged;
            if (judged.Loads && Scripts.Note(page, judged))
            {
                Held.Keep(page, element, attribute.SpelledName);
                Held.Mark(page, element, judged.Trackers);
            }
        }
    }

    public static bool MayLoad(ReadOnlySpan<byte> name, ReadOnlySpan<byte> rawHandler) => rawHandler.Length >= ShortestLoader;

    public static void OnBase(HeldPage page, Element element)
    {
        page.Tag.Spoil();
        if (element.Has("href"u8))
        {
            page.UseBase(element.Value("href"u8));
        }
    }
}
