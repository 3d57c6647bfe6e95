namespace CookieGateway.Statistics;

/// <summary>How the banner was answered: on a day, in a language, or in all of a period.</summary>
public readonly record struct Answers
{
    /// <summary>Pages with the banner on them. One visit may see several.</summary>
    public long Pages { get; init; }

    /// <summary>Visits that began with the banner. Nobody is recognised, so one person who comes back unanswered is two visits.</summary>
    public long Visits { get; init; }

    public long AcceptedAll { get; init; }

    public long RefusedAll { get; init; }

    public long Chose { get; init; }

    public long Withdrew { get; init; }

    public long Answered => AcceptedAll + RefusedAll + Chose;

    /// <summary>
    /// What the rates are of. An answer can come in a visit that began before the day, or was not seen to begin, so there may be
    /// more answers than visits; each of those was offered the banner as well.
    /// </summary>
    public long Offered => Math.Max(Visits, Answered);

    public long DidNotAnswer => Offered - Answered;

    /// <summary>
    /// The four answers in whole percent: accepted all, chose, refused all, did not answer. They make a hundred together, as readers add
    /// them up: what rounding leaves over goes to the largest remainders. Null when nothing was offered.
    /// </summary>
    public IReadOnlyList<int>? Percents
    {
        get
        {
            if (Offered == 0)
            {
                return null;
            }

            var (offered, parts) = (Offered, new[] { AcceptedAll, Chose, RefusedAll, DidNotAnswer });
            var percents = parts.Select(part => (int)(part * 100 / offered)).ToArray();
            var byRemainder = Enumerable.Range(0, parts.Length).OrderByDescending(index => parts[index] * 100 % offered);
            foreach (var index in byRemainder.Take(100 - percents.Sum()).ToArray())
            {
                percents[index]++;
            }

            return percents;
        }
    }

    /// <summary>A part of what was offered, from 0 to 1; null when nothing was.</summary>
    public double? Share(long part) => Offered == 0 ? null : (double)part / Offered;

    public static Answers operator +(Answers left, Answers right) => new()
    {
        Pages = left.Pages + right.Pages,
        Visits = left.Visits + right.Visits,
        AcceptedAll = left.AcceptedAll + right.AcceptedAll,
        RefusedAll = left.RefusedAll + right.RefusedAll,
        Chose = left.Chose + right.Chose,
        Withdrew = left.Withdrew + right.Withdrew,
    };

    public static Answers Add(Answers left, Answers right) => left + right;
}
