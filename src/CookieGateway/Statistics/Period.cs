namespace CookieGateway.Statistics;

/// <summary>Whole days, the first and the last included.</summary>
public readonly record struct Period
{
    /// <summary>The longest period that can be asked for: a year, and the year before it to compare with, are kept.</summary>
    public const int MostDays = 366;

    public Period(DateOnly from, DateOnly to)
    {
        (From, To) = from <= to ? (from, to) : (to, from);
        if (Length > MostDays)
        {
            From = To.AddDays(1 - MostDays);
        }
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    public int Length => To.DayNumber - From.DayNumber + 1;

    /// <summary>As many days, just before.</summary>
    public Period Before => LastDays(Length, From.AddDays(-1));

    public IEnumerable<DateOnly> Days
    {
        get
        {
            for (var day = From; day <= To; day = day.AddDays(1))
            {
                yield return day;
            }
        }
    }

    public static Period LastDays(int days, DateOnly today) => new(today.AddDays(1 - days), today);
}
