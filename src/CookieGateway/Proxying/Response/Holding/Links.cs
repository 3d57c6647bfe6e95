using System.Text;
using CookieGateway.Consent.Trackers;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>Holds what <c>link</c> fetches, and the connections that it makes ahead of time.</summary>
internal static class Links
{
    public static void OnStartTag(HeldPage page, Element link)
    {
        if (KindOf(link) is not { } kind)
        {
            return;
        }

        var held = page.Holds(link.Value("href"u8), kind, out var verdict);
        if (held)
        {
            Held.Keep(page, link, "href"u8);
        }

        if (link.Has("imagesrcset"u8) && Sources.HoldsAny(page, link.Value("imagesrcset"u8), out var ofImage))
        {
            Held.Keep(page, link, "imagesrcset"u8);
            verdict = held ? verdict : ofImage;
            held = true;
        }

        if (held)
        {
            Held.Mark(page, link, verdict);
        }
    }

    // https://html.spec.whatwg.org/#linkTypes. Null: the link names something and fetches nothing.
    private static RequestKind? KindOf(Element link)
    {
        Span<byte> room = stackalloc byte[96];
        var value = link.Value("rel"u8);
        Ascii.ToLower(value[..Math.Min(value.Length, room.Length)], room, out var length);
        ReadOnlySpan<byte> rest = room[..length];
        RequestKind? kind = null;
        while (!rest.IsEmpty)
        {
            rest = rest.TrimStart(" \t\r\n\f"u8);
            var end = rest.IndexOfAny(" \t\r\n\f"u8);
            var word = end < 0 ? rest : rest[..end];
            kind = OfWord(word, link) is { } found && (kind is null || found != RequestKind.Hint) ? found : kind;
            rest = end < 0 ? default : rest[end..];
        }

        return kind;
    }

    private static RequestKind? OfWord(ReadOnlySpan<byte> word, Element link) => word switch
    {
        _ when word.SequenceEqual("stylesheet"u8) => RequestKind.Stylesheet,
        _ when word.SequenceEqual("preconnect"u8) || word.SequenceEqual("dns-prefetch"u8) => RequestKind.Hint,
        _ when word.SequenceEqual("modulepreload"u8) => RequestKind.Script,
        _ when word.SequenceEqual("preload"u8) || word.SequenceEqual("prefetch"u8) || word.SequenceEqual("subresource"u8) => OfDestination(link),
        _ when word.SequenceEqual("prerender"u8) => RequestKind.Frame,
        _ when word.EndsWith("icon"u8) || word.StartsWith("apple-touch-"u8) => RequestKind.Image,
        _ when word.SequenceEqual("manifest"u8) || word.SequenceEqual("import"u8) => RequestKind.Other,
        _ => null,
    };

    private static RequestKind OfDestination(Element link)
    {
        var destination = link.Value("as"u8);
        return Is(destination, "script"u8) || Is(destination, "worker"u8) ? RequestKind.Script
            : Is(destination, "style"u8) ? RequestKind.Stylesheet
            : Is(destination, "image"u8) ? RequestKind.Image
            : Is(destination, "font"u8) ? RequestKind.Font
            : Is(destination, "document"u8) || Is(destination, "iframe"u8) || Is(destination, "frame"u8) ? RequestKind.Frame
            : Is(destination, "video"u8) || Is(destination, "audio"u8) || Is(destination, "track"u8) ? RequestKind.Media
            : Is(destination, "fetch"u8) ? RequestKind.Connect
            : RequestKind.Other;
    }

    private static bool Is(ReadOnlySpan<byte> value, ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(value.Trim((byte)' '), word);
}
