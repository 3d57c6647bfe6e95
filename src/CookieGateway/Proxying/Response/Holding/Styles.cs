using System.Buffers;
using System.Text;
using CookieGateway.Consent.Trackers;
using CookieGateway.Html.Rewriting;
using CookieGateway.Html.Urls;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>Holds what style sheets in the page load: <c>url(…)</c> and <c>@import</c>, in style elements and style attributes.</summary>
internal static class Styles
{
    private enum Outcome
    {
        NothingHeld,

        /// <summary>The sheet without what is held is in the page's room.</summary>
        Rewritten,

        /// <summary>Something is held, and the rest cannot be written in ASCII.</summary>
        AllHeld,
    }

    // Stands in a sheet where a held address stood; the release looks for it.
    private static ReadOnlySpan<byte> HeldAddress => "data:,held"u8;

    /// <summary>Whether a style element can load anything: only then its text has to be held back until it is whole.</summary>
    public static bool HasText(HeldPage page, Element style) => true;

    public static void OnText(HeldPage page, Element style, RawText text)
    {
        switch (Rewrite(page, text.Bytes, out var verdict))
        {
            case Outcome.Rewritten:
                Held.Mark(page, style, verdict);
                KeepAddresses(page, style, text.Bytes);
                text.Replace(page.Room.Waiting);
                break;
            case Outcome.AllHeld:
                Held.Mark(page, style, verdict);
                Held.Keep(page, style, "type"u8);
                style.SetAttribute("type"u8, "text/plain"u8);
                break;
        }
    }

    /// <summary>Whether the attribute, as its bytes stand in the page, can load anything.</summary>
    public static bool MayLoad(ReadOnlySpan<byte> name, ReadOnlySpan<byte> rawStyle) => rawStyle.IndexOfAny((byte)'(', (byte)'&') >= 0;

    public static void OnAttribute(HeldPage page, Element element)
    {
        var outcome = Rewrite(page, element.Value("style"u8), out var verdict);
        if (outcome == Outcome.NothingHeld)
        {
            return;
        }

        Held.Keep(page, element, "style"u8);
        if (outcome == Outcome.Rewritten)
        {
            element.SetAttribute("style"u8, page.Room.Waiting);
        }

        Held.Mark(page, element, verdict);
    }

    /// <summary>The attributes of drawings that are properties of style sheets: https://svgwg.org/svg2-draft/styling.html#PresentationAttributes</summary>
    public static void OnPresentation(HeldPage page, Element element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (IsPresentation(attribute) && Rewrite(page, attribute.Value, out var verdict) != Outcome.NothingHeld)
            {
                Held.Keep(page, element, attribute.SpelledName);
                Held.Mark(page, element, verdict);
            }
        }
    }

    private static bool IsPresentation(Html.Rewriting.Attribute attribute) =>
        attribute.RawValue.IndexOf((byte)'(') >= 0
        && (attribute.Is("fill"u8) || attribute.Is("stroke"u8) || attribute.Is("filter"u8) || attribute.Is("mask"u8)
            || attribute.Is("clip-path"u8) || attribute.Is("cursor"u8) || attribute.StartsWith("marker-"u8));

    private static Outcome Rewrite(HeldPage page, ReadOnlySpan<byte> css, out Verdict verdict)
    {
        verdict = default;
        if (PassesAsBefore(page, css))
        {
            return Outcome.NothingHeld;
        }

        var outcome = Outcome.NothingHeld;
        var room = page.Room;
        var copied = 0;
        using var urls = new CssUrlReader(css);
        while (urls.MoveNext())
        {
            if (!page.Holds(urls.Current, KindOf(urls), out var one))
            {
                continue;
            }

            if (outcome == Outcome.NothingHeld)
            {
                verdict = one;
                outcome = IsWritable(css) ? Outcome.Rewritten : Outcome.AllHeld;
                room.Clear();
            }

            if (outcome == Outcome.Rewritten)
            {
                AsciiText.WriteCss(room, css[copied..urls.CurrentRange.Start.Value]);
                room.Write(HeldAddress);
                copied = urls.CurrentRange.End.Value;
            }
        }

        if (outcome == Outcome.Rewritten)
        {
            AsciiText.WriteCss(room, css[copied..]);
        }

        return outcome;
    }

    // A sheet's own text is rewritten, so what it had is kept beside it, in its order. What cannot be written in ASCII stays away until the
    // next page.
    private static void KeepAddresses(HeldPage page, Element style, ReadOnlySpan<byte> css)
    {
        var kept = page.AsciiRoom;
        kept.Clear();
        using var urls = new CssUrlReader(css);
        while (urls.MoveNext())
        {
            if (page.WouldHold(urls.Current, KindOf(urls)))
            {
                kept.Write(kept.IsEmpty ? ""u8 : " "u8);
                kept.Write(Ascii.IsValid(urls.Current) && !urls.Current.ContainsAny((byte)' ', (byte)'"') ? urls.Current : HeldAddress);
            }
        }

        style.SetAttribute(page.Names.Addresses, kept.Waiting);
    }

    // What a sheet asks for does not change: only whether it may be had does.
    private static bool PassesAsBefore(HeldPage page, ReadOnlySpan<byte> css)
    {
        var memory = page.Memory.Sheets;
        if (memory.Find(css, 0) is not { IsKnown: true, Fact: var addresses })
        {
            if (memory.ComesAgain(css, 0))
            {
                memory.Keep(css, 0, AddressesIn(css));
            }

            return false;
        }

        foreach (var (address, kind) in addresses)
        {
            if (page.WouldHold(address, kind))
            {
                return false;
            }
        }

        foreach (var (address, kind) in addresses)
        {
            page.Holds(address, kind, out _);
        }

        return true;
    }

    private static PageMemory.SheetAddress[] AddressesIn(ReadOnlySpan<byte> css)
    {
        var found = new List<PageMemory.SheetAddress>();
        using var urls = new CssUrlReader(css);
        while (urls.MoveNext())
        {
            if (!urls.Current.StartsWith("data:"u8))
            {
                found.Add(new PageMemory.SheetAddress(urls.Current.ToArray(), KindOf(urls)));
            }
        }

        return [.. found];
    }

    private static RequestKind KindOf(in CssUrlReader urls) => urls.IsImport ? RequestKind.Stylesheet : RequestKind.Image;

    private static bool IsWritable(ReadOnlySpan<byte> css) => System.Text.Unicode.Utf8.IsValid(css);
}
