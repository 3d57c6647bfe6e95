using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;

namespace CookieGateway.Consent.Decisions;

/// <summary>What a site has taken on since a visitor granted a purpose, and the notice could not name: held, and asked for when it is due.</summary>
public sealed class Newcomers
{
    /// <summary>
    /// How long after an answer nobody asks again. A site that is just becoming known shows something new every few pages; a visit is
    /// over by then.
    /// </summary>
    public static readonly TimeSpan Rest = TimeSpan.FromDays(1);

    private Newcomers(IReadOnlyList<Tracker> held, IReadOnlyList<Tracker> asked, PurposeSet purposes, bool areDue)
    {
        Held = held;
        Asked = asked;
        Purposes = purposes;
        AreDue = areDue;
    }

    /// <summary>The answer covers everything.</summary>
    public static Newcomers None { get; } = new([], [], PurposeSet.NecessaryOnly, areDue: false);

    /// <summary>Trackers that do not run though their purpose is granted, in the site's order.</summary>
    public IReadOnlyList<Tracker> Held { get; }

    /// <summary>Those of them that nobody has asked for yet.</summary>
    public IReadOnlyList<Tracker> Asked { get; }

    /// <summary>Purposes that the notice did not offer.</summary>
    public PurposeSet Purposes { get; }

    /// <summary>There is something to ask for, and the last answer is old enough.</summary>
    public bool AreDue { get; }

    /// <summary>Whether a tracker has to wait for another answer.</summary>
    public bool Hold(Tracker tracker)
    {
        foreach (var held in Held)
        {
            if (held.Id == tracker.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Compares a decision with what its site carries by now. Who refused everything is asked for nothing before the term is over.</summary>
    /// <param name="decision">The decision in force.</param>
    /// <param name="carried">What the site is known to carry, with the purposes that hold on it.</param>
    /// <param name="now">The gateway's clock.</param>
    public static Newcomers Since(ConsentDecision decision, IReadOnlyList<Tracker> carried, DateTimeOffset now)
    {
        if (decision.Recipients is not { } named || decision.Purposes.IsNecessaryOnly)
        {
            return None;
        }

        // Where the notice could name nobody, since nothing was known of the site, the day's grace is for running, too.
        var rested = now - decision.At >= Rest;
        List<Tracker> held = [];
        List<Tracker> asked = [];
        foreach (var tracker in carried)
        {
            if (IsCovered(tracker, decision, named) || (named.Count == 0 && !rested))
            {
                continue;
            }

            held.Add(tracker);
            if (!decision.Declined.Contains(tracker))
            {
                asked.Add(tracker);
            }
        }

        var purposes = PurposeSet.All.Except(decision.Offered);
        return held.Count == 0 && purposes.IsNecessaryOnly
            ? None
            : new Newcomers(held, asked, purposes, rested && (asked.Count > 0 || !purposes.IsNecessaryOnly));
    }

    private static bool IsCovered(Tracker tracker, ConsentDecision decision, RecipientPrints named) =>
        tracker.Purpose == Purpose.Necessary
        || !decision.Purposes.Contains(tracker.Purpose)
        || named.Contains(tracker)
        || decision.Trackers.Contains(tracker.Id, StringComparer.Ordinal);
}
