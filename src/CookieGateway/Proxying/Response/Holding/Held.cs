using System.Text;
using CookieGateway.Banner.Assets;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Inline;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>Writes held tags: the attribute that would make the request is kept under another name, and why it is held is said beside it.</summary>
internal static class Held
{
    private const int LongestName = 128;

    /// <summary>Keeps the attribute for the release, under a name that no browser acts on.</summary>
    public static void Keep(HeldPage page, Element element, ReadOnlySpan<byte> attribute) =>
        KeepAs(page, element, attribute, attribute);

    /// <summary>Keeps the attribute so that it comes back under another name.</summary>
    public static void KeepAs(HeldPage page, Element element, ReadOnlySpan<byte> attribute, ReadOnlySpan<byte> comesBackAs)
    {
        Span<byte> kept = stackalloc byte[LongestName];
        Span<byte> lower = stackalloc byte[LongestName];
        var length = page.Names.Prefix.Length + comesBackAs.Length;
        if (length > LongestName || attribute.Length > LongestName)
        {
            // Nothing that browsers or optimizers act on has such a name, so nothing has to come back.
            element.RemoveAttribute([.. attribute.ToArray().Select(b => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b)]);
            return;
        }

        page.Names.Prefix.CopyTo(kept);
        Ascii.ToLower(comesBackAs, kept[page.Names.Prefix.Length..], out _);
        Ascii.ToLower(attribute, lower, out var lowerLength);
        element.RenameAttribute(lower[..lowerLength], kept[..length]);
    }

    /// <summary>Says what has to be granted.</summary>
    public static void Mark(HeldPage page, Element element, Verdict verdict)
    {
        if (verdict.Tracker is { } tracker)
        {
            SetAscii(element, page.Names.Tracker, tracker.Id);
            if (StubOf(page, tracker) is { } stub)
            {
                SetAscii(element, page.Names.Stub, stub);
            }
        }

        SetAscii(element, page.Names.Purpose, verdict.Tracker is { } known ? WordOf(page, known) : PurposeWords.Of(verdict.Purpose));
    }

    /// <summary>
    /// Says what has to be granted where several trackers are held together: all of it. What the held code would have put into the window
    /// gets a stub too, one that keeps what the page adds to it.
    /// </summary>
    public static void Mark(HeldPage page, Element element, in TrackerSet trackers, string globals = "")
    {
        Span<byte> ids = stackalloc byte[512];
        Span<byte> words = stackalloc byte[128];
        var idsLength = 0;
        var wordsLength = 0;
        var purposes = PurposeSet.NecessaryOnly;
        Span<byte> stubs = stackalloc byte[4096];
        var stubsLength = 0;
        for (var at = 0; at < trackers.Count; at++)
        {
            var tracker = trackers[at];
            if (page.Consent.Permits(tracker))
            {
                continue;
            }

            if (StubOf(page, tracker) is { } stub)
            {
                stubsLength += AppendWord(stubs[stubsLength..], stub, (byte)';', stubsLength > 0);
            }

            idsLength += AppendWord(ids[idsLength..], tracker.Id, (byte)' ', idsLength > 0);
            if (!purposes.Contains(tracker.Purpose))
            {
                purposes = purposes.With(tracker.Purpose);
                wordsLength += AppendWord(words[wordsLength..], WordOf(page, tracker), (byte)' ', wordsLength > 0);
            }
        }

        if (globals.Length > 0 && page.HasGuard && stubs.Length - stubsLength > wordsLength + globals.Length + 8)
        {
            stubsLength += AppendWord(stubs[stubsLength..], "", (byte)';', stubsLength > 0);
            words[..wordsLength].CopyTo(stubs[stubsLength..]);
            stubsLength += wordsLength;
            stubsLength += Encoding.ASCII.GetBytes(HeldStubs.Keeping, stubs[stubsLength..]);
            stubsLength += Encoding.ASCII.GetBytes(globals, stubs[stubsLength..]);
        }

        if (stubsLength > 0)
        {
            element.SetAttribute(page.Names.Stub, stubs[..stubsLength]);
        }

        element.SetAttribute(page.Names.Tracker, ids[..idsLength]);
        element.SetAttribute(page.Names.Purpose, words[..wordsLength]);
    }

    // A purpose that is granted would let a newcomer go at once.
    private static string WordOf(HeldPage page, Tracker tracker) =>
        page.Consent.Permits(tracker.Purpose) ? NewcomerTable.Word : PurposeWords.Of(tracker.Purpose);

    private static string? StubOf(HeldPage page, Tracker tracker) =>
        page.Consent.Permits(tracker.Purpose) ? HeldStubs.OfNewcomer(tracker) : HeldStubs.Of(tracker);

    private static void SetAscii(Element element, ReadOnlySpan<byte> name, string value)
    {
        Span<byte> bytes = stackalloc byte[512];
        element.SetAttribute(name, bytes[..Encoding.ASCII.GetBytes(value.AsSpan(0, Math.Min(value.Length, bytes.Length)), bytes)]);
    }

    // A word that has no room any more is left out whole.
    private static int AppendWord(Span<byte> to, string word, byte separator, bool separated)
    {
        if (to.Length <= word.Length)
        {
            return 0;
        }

        to[0] = separator;
        return Encoding.ASCII.GetBytes(word, separated ? to[1..] : to) + (separated ? 1 : 0);
    }
}
