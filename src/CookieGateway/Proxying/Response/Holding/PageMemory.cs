using System.Runtime.CompilerServices;
using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Inline;
using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>
/// What a site's pages have shown before: verdicts on addresses, judgements over inline scripts, the addresses in style sheets. All of it
/// is the same for every visitor. It belongs to one snapshot of the site's rules and goes with it; it is bounded.
/// </summary>
internal sealed class PageMemory
{
    private static readonly ConditionalWeakTable<TrackerJudge, PageMemory> OfJudges = [];

    private PageMemory()
    {
    }

    public ByteMemory<AddressFact> Addresses { get; } = new(mostEntries: 8192, mostBytes: 1 << 20);

    public ByteMemory<ScriptFact> Scripts { get; } = new(mostEntries: 2048, mostBytes: 4 << 20);

    public ByteMemory<SheetAddress[]> Sheets { get; } = new(mostEntries: 2048, mostBytes: 4 << 20);

    public static PageMemory Of(TrackerJudge judge) => OfJudges.GetValue(judge, static _ => new PageMemory());

    /// <summary>A verdict on an address.</summary>
    /// <param name="OwnHost">The host of the page that named it.</param>
    /// <param name="Host">Empty for the page's own.</param>
    /// <param name="Verdict">What is known of it.</param>
    /// <param name="IsRequest">False for an address that asks nobody for anything, as data: and mailto:.</param>
    internal readonly record struct AddressFact(string OwnHost, string Host, Verdict Verdict, bool IsRequest);

    /// <summary>A judgement over code.</summary>
    /// <param name="Judged">What it has to do with trackers.</param>
    /// <param name="WorksInFrame">It works in a frame that it makes itself.</param>
    internal readonly record struct ScriptFact(InlineVerdict Judged, bool WorksInFrame);

    /// <summary>An address in a style sheet.</summary>
    internal readonly record struct SheetAddress(byte[] Address, RequestKind Kind);
}
