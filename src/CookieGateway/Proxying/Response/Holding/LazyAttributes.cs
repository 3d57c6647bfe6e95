using System.Text;
using CookieGateway.Consent.Trackers;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>
/// Addresses that a script of the site requests later: <c>data-src</c>, <c>data-lazy-src</c>, <c>data-srcset</c>, <c>data-bg</c> and
/// their kin. Only known trackers are held here: whether anything reads such an attribute, its name alone cannot tell.
/// </summary>
internal static class LazyAttributes
{
    public static void OnStartTag(HeldPage page, Element element)
    {
        // Scripts have their own rule. What is written on a link is for sharing.
        if (element.Is("script"u8) || element.Is("a"u8))
        {
            return;
        }

        var kind = KindOf(element);
        var held = false;
        foreach (var attribute in element.Attributes)
        {
            if (attribute.StartsWith("data-"u8) && MayLoad(attribute.SpelledName, attribute.RawValue)
                && HoldsAny(page, attribute, kind, out var verdict) && verdict.Kind == VerdictKind.Tracker)
            {
                Held.Keep(page, element, attribute.SpelledName);
                if (!held)
                {
                    held = true;
                    Held.Mark(page, element, verdict);
                }
            }
        }
    }

    /// <summary>Whether such an attribute, as its bytes stand in the page, can be an address to load from.</summary>
    public static bool MayLoad(ReadOnlySpan<byte> name, ReadOnlySpan<byte> rawValue) =>
        rawValue.IndexOfAny((byte)'/', (byte)'\\', (byte)'&') >= 0 && NamesAddress(name);

    /// <summary>Whether the name says that the value is an address to load from.</summary>
    public static bool NamesAddress(ReadOnlySpan<byte> name)
    {
        Span<byte> lower = stackalloc byte[40];
        if (name.Length > lower.Length)
        {
            return false;
        }

        Ascii.ToLower(name, lower, out var length);
        ReadOnlySpan<byte> known = lower[..length];
        return known.IndexOf("src"u8) >= 0 || known.IndexOf("lazy"u8) >= 0 || known.IndexOf("original"u8) >= 0
            || known.IndexOf("-bg"u8) >= 0 || known.IndexOf("background"u8) >= 0 || known.IndexOf("poster"u8) >= 0
            || known.IndexOf("iframe"u8) >= 0 || known.IndexOf("embed"u8) >= 0;
    }

    private static bool HoldsAny(HeldPage page, Html.Rewriting.Attribute attribute, RequestKind kind, out Verdict verdict)
    {
        var value = attribute.Value;
        return attribute.SpelledName.EndsWith("srcset"u8)
            ? Sources.HoldsAny(page, value, out verdict)
            : page.Holds(WithoutCss(value), kind, out verdict);
    }

    // data-bg holds an address with or without "url(…)" around it.
    private static ReadOnlySpan<byte> WithoutCss(ReadOnlySpan<byte> value) =>
        value.StartsWith("url("u8) ? value[4..].TrimEnd(") ;"u8).Trim("\"'"u8) : value;

    private static RequestKind KindOf(Element element) =>
        element.Is("iframe"u8) || element.Is("frame"u8) ? RequestKind.Frame
        : element.Is("video"u8) || element.Is("audio"u8) ? RequestKind.Media
        : element.Is("link"u8) ? RequestKind.Stylesheet
        : RequestKind.Image;
}
