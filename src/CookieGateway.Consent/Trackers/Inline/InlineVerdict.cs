namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>The judgement over one inline script.</summary>
/// <param name="Kind">What the script has to do with trackers.</param>
/// <param name="Loads">It makes a tracker's request itself; false where it only calls an API that is loaded elsewhere.</param>
/// <param name="Trackers">The trackers that were found in it, at most four.</param>
public readonly record struct InlineVerdict(InlineKind Kind, bool Loads, TrackerSet Trackers);
