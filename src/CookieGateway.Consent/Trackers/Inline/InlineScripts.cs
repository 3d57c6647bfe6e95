using System.Collections.Frozen;

namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>
/// Judges inline scripts by reading them as JavaScript: what stands in a comment, a regular expression or a link is no
/// tracker, however much it looks like one.
/// </summary>
public static class InlineScripts
{
    // What a script may do beside its tracker and still be held as a whole: a line or two of set-up.
    private const int LittleOtherCode = 200;

    // The stubs of libraries that read what was called before them in an order of their own: their set-up waits with them. All
    // other stubs keep calls as an array does, so that a script which only calls may run at once and the calls wait.
    private static readonly FrozenSet<string> Ordered = FrozenSet.ToFrozenSet(
        ["metrika", "analytics", "data-layer", "fbq", "tiktok"], StringComparer.Ordinal);

    /// <summary>
    /// The judgement over the text of a classic or module script, in any encoding that contains ASCII. Linear in the text's
    /// length and without allocation. It is the same for every visitor: whether the trackers found may run is asked afterwards.
    /// </summary>
    public static InlineVerdict Judge(ReadOnlySpan<byte> text, TrackerJudge judge)
    {
        ArgumentNullException.ThrowIfNull(judge);
        var found = new ScriptReading(text, judge, stackalloc byte[ScriptReading.RoomNeeded]).ToEnd();
        if (found.Loading > 0)
        {
            var kind = found.OtherCode > LittleOtherCode && !found.IsBroken ? InlineKind.Mixed : InlineKind.TrackerOnly;
            return new InlineVerdict(kind, Loads: true, found.Loaded);
        }

        if (found.Calling > 0 && found.OtherCode == 0 && WaitForLibrary(found.Called))
        {
            return new InlineVerdict(InlineKind.TrackerOnly, Loads: false, found.Called);
        }

        return found.Called.Count > 0 ? new InlineVerdict(InlineKind.Mention, Loads: false, found.Called)
            : found.Mentioned.Count > 0 ? new InlineVerdict(InlineKind.Mention, Loads: false, found.Mentioned)
            : default;
    }

    private static bool WaitForLibrary(in TrackerSet called)
    {
        for (var at = 0; at < called.Count; at++)
        {
            if (called[at].Stub is not { } stub || !Ordered.Contains(stub))
            {
                return false;
            }
        }

        return called.Count > 0;
    }
}
