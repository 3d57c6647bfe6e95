using CookieGateway.Consent.Trackers;
using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Urls;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>Holds what is fetched to be shown or played: images in all their forms, sound, video, objects.</summary>
internal static class Sources
{
    /// <summary>img, source, video, audio, track, input, embed, object, body, table cells, SVG's image, use and feImage, AMP's elements.</summary>
    public static void OnStartTag(HeldPage page, Element element)
    {
        var held = false;
        foreach (var attribute in element.Attributes)
        {
            if (KindOf(element, attribute) is not { } kind || attribute.RawValue.IsEmpty)
            {
                continue;
            }

            var isList = attribute.Is("srcset"u8) || attribute.Is("imagesrcset"u8);
            if (isList ? HoldsAny(page, attribute.Value, out var verdict) : Holds(page, element, attribute.Value, kind, out verdict))
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

    /// <summary>Whether one candidate of a srcset is held. All of it is held then: a browser takes any.</summary>
    public static bool HoldsAny(HeldPage page, ReadOnlySpan<byte> srcset, out Verdict verdict)
    {
        var held = false;
        verdict = default;
        var candidates = new SrcsetReader(srcset);
        while (candidates.MoveNext())
        {
            if (page.Holds(candidates.Current, RequestKind.Image, out var one) && !held)
            {
                held = true;
                verdict = one;
            }
        }

        return held;
    }

    private static bool Holds(HeldPage page, Element element, ReadOnlySpan<byte> address, RequestKind kind, out Verdict verdict) =>
        kind == RequestKind.Image && Pixels.LooksLikeOne(element, address)
            ? page.Holds(address, RequestKind.Image, out verdict) || Pixels.Holds(page, address, ref verdict)
            : page.Holds(address, kind, out verdict);

    private static RequestKind? KindOf(Element element, Html.Rewriting.Attribute attribute)
    {
        // Most attributes are none of these, and their first letter says so.
        switch (attribute.SpelledName[0] | 0x20)
        {
            case 's':
                return attribute.Is("src"u8) ? OfSource(element)
                    : attribute.Is("srcset"u8) ? RequestKind.Image
                    : null;
            case 'p':
                return attribute.Is("poster"u8) ? RequestKind.Image : null;
            case 'b':
                return attribute.Is("background"u8) ? RequestKind.Image : null;
            case 'h' or 'x':
                return element.Namespace == MarkupNamespace.Svg && (attribute.Is("href"u8) || attribute.Is("xlink:href"u8)) ? RequestKind.Image : null;
            case not ('a' or 'd' or 'c'):
                return null;
        }

        return attribute.Is("attributionsrc"u8) ? RequestKind.Ping
            : attribute.Is("data"u8) && element.Is("object"u8) ? RequestKind.Object
            : attribute.Is("code"u8) && element.Is("applet"u8) ? RequestKind.Object
            : attribute.Is("config"u8) && element.SpelledName.StartsWith("amp-"u8) ? RequestKind.Connect
            : null;
    }

    private static RequestKind OfSource(Element element) =>
        element.Is("img"u8) || element.Is("image"u8) || element.Is("input"u8) || element.Is("amp-img"u8) || element.Is("amp-anim"u8) ? RequestKind.Image
        : element.Is("embed"u8) ? RequestKind.Object
        : element.Is("amp-pixel"u8) ? RequestKind.Ping
        : element.Is("amp-iframe"u8) || element.Is("amp-ad"u8) || element.Is("amp-embed"u8) ? RequestKind.Frame
        : element.SpelledName.StartsWith("amp-"u8) ? RequestKind.Connect
        : RequestKind.Media;
}
