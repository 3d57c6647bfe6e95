using System.Runtime.CompilerServices;
using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Inline;
using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>
/// What a site's pages have shown before: what became of tags, verdicts on addresses, judgements over inline scripts, the addresses in style sheets. All of it
/// is the same for every visitor. It belongs to one snapshot of the site's rules and goes with it; it is bounded.
/// </summary>
internal sealed class PageMemory
{
    private static readonly ConditionalWeakTable<TrackerJudge, PageMemory> OfJudges = [];

    private PageMemory(int mostBytes)
    {
        Tags = new ByteMemory<TagFact>(mostEntries: 16384, mostBytes);
        Addresses = new ByteMemory<AddressFact>(mostEntries: 8192, mostBytes / 4);
        Scripts = new ByteMemory<ScriptFact>(mostEntries: 2048, mostBytes);
        Sheets = new ByteMemory<SheetAddress[]>(mostEntries: 2048, mostBytes);
    }

    /// <summary>Remembers nothing: every page is the first.</summary>
    public static PageMemory None { get; } = new(mostBytes: 0);

    public ByteMemory<TagFact> Tags { get; }

    public ByteMemory<AddressFact> Addresses { get; }

    public ByteMemory<ScriptFact> Scripts { get; }

    public ByteMemory<SheetAddress[]> Sheets { get; }

    public static PageMemory Of(TrackerJudge judge) => OfJudges.GetValue(judge, static _ => new PageMemory(mostBytes: 4 << 20));

    /// <summary>What became of a start tag.</summary>
    /// <param name="OwnHost">The host of the page that it stood in.</param>
    /// <param name="Place">The directory of that page, where the tag means something else in another; null when it does not.</param>
    /// <param name="Notes">What it loads, besides what is the site's own.</param>
    /// <param name="Rewritten">What stands in its place; empty for the tag itself.</param>
    internal readonly record struct TagFact(string OwnHost, string? Place, TagNote[] Notes, byte[] Rewritten);

    /// <summary>A third party that a tag names.</summary>
    /// <param name="Host">As <see cref="PageFinding"/> has it.</param>
    /// <param name="Kind">As <see cref="PageFinding"/> has it.</param>
    /// <param name="Verdict">What is known of it.</param>
    /// <param name="MustWait">Whether the visitor who met it had not agreed to it.</param>
    /// <param name="Held">Whether it was held for that.</param>
    internal readonly record struct TagNote(string Host, RequestKind Kind, Verdict Verdict, bool MustWait, bool Held);

    /// <summary>A verdict on an address.</summary>
    /// <param name="OwnHost">The host of the page that named it.</param>
    /// <param name="Host">Empty for the page's own.</param>
    /// <param name="Verdict">What is known of it.</param>
    /// <param name="IsRequest">False for an address that asks nobody for anything, as data: and mailto:.</param>
    internal readonly record struct AddressFact(string OwnHost, string Host, Verdict Verdict, bool IsRequest);

    /// <summary>A judgement over code.</summary>
    /// <param name="Judged">What it has to do with trackers.</param>
    /// <param name="Globals">The names that it puts into the window, with spaces between them, where it may be held as a whole.</param>
    internal readonly record struct ScriptFact(InlineVerdict Judged, string Globals);

    /// <summary>An address in a style sheet.</summary>
    internal readonly record struct SheetAddress(byte[] Address, RequestKind Kind);
}
