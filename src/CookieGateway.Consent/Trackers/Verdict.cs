using System.Runtime.CompilerServices;
using CookieGateway.Consent.Purposes;

namespace CookieGateway.Consent.Trackers;

/// <summary>What a <see cref="TrackerJudge"/> found. Ask <see cref="TrackerJudge.Holds"/> what follows from it.</summary>
public readonly record struct Verdict
{
    /// <summary>What is known.</summary>
    public VerdictKind Kind { get; private init; }

    /// <summary>Which technology, with the purpose that the site's configuration gives it; null when there is none to name.</summary>
    public Tracker? Tracker { get; private init; }

    /// <summary>What it is when it is unclassified: says which of the site's rules decides.</summary>
    public UnknownThing Unknown { get; private init; }

    /// <summary>
    /// What must be granted for it to run. What is unclassified may do anything, so it needs the consent that is given
    /// with most thought: <see cref="Purposes.Purpose.Marketing"/>.
    /// </summary>
    public Purpose Purpose => Kind switch
    {
        VerdictKind.Own or VerdictKind.Necessary => Purpose.Necessary,
        VerdictKind.Tracker => Tracker!.Purpose,
        _ => Purpose.Marketing,
    };

    /// <summary>Whether both say the same. A snapshot has one object for each tracker, so comparing what it holds would only cost time.</summary>
    public bool Equals(Verdict other) => Kind == other.Kind && Unknown == other.Unknown && ReferenceEquals(Tracker, other.Tracker);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Kind << 8) ^ ((int)Unknown << 4) ^ (Tracker is null ? 0 : RuntimeHelpers.GetHashCode(Tracker));

    /// <summary>The site itself.</summary>
    public static Verdict Own { get; } = new() { Kind = VerdictKind.Own };

    /// <summary>Allowed by the site's configuration, whoever it is.</summary>
    public static Verdict Allowed { get; } = new() { Kind = VerdictKind.Necessary };

    /// <summary>A technology of the catalog or of a list: a tracker, unless its purpose is Necessary.</summary>
    public static Verdict Of(Tracker tracker) => new()
    {
        Kind = tracker.Purpose == Purpose.Necessary ? VerdictKind.Necessary : VerdictKind.Tracker,
        Tracker = tracker,
    };

    /// <summary>Nobody knows it.</summary>
    public static Verdict Unclassified(UnknownThing thing) => new() { Unknown = thing };
}
