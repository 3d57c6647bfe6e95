namespace CookieGateway.Statistics;

/// <summary>Counts requests: step 10 of a request's life. It never throws, waits or allocates much, and knows nothing of who asked.</summary>
public sealed class VisitCounter
{
    private readonly PendingCounts _pending;
    private readonly CalendarDays _days;
    private readonly GatewayMeter _meter;

    internal VisitCounter(PendingCounts pending, CalendarDays days, GatewayMeter meter)
    {
        _pending = pending;
        _days = days;
        _meter = meter;
    }

    public void Count(string siteId, VisitOutcome outcome)
    {
        var today = _days.Today;
        void Add(string field, long count = 1) => _pending.Add(new CountKey(siteId, today, field), count);

        if (outcome.Failure != VisitFailure.None)
        {
            Add(CountFields.Failures(outcome.Failure));
            _meter.Failed(siteId, outcome.Failure);
        }

        if (outcome.HeldTags > 0)
        {
            Add(CountFields.HeldTags, outcome.HeldTags);
        }

        if (outcome.HeldCookies > 0)
        {
            Add(CountFields.HeldCookies, outcome.HeldCookies);
        }

        if (outcome.State == PageState.NotAPage)
        {
            return;
        }

        _meter.Served(siteId, outcome);
        if (outcome.Robot)
        {
            Add(CountFields.RobotPages);
            return;
        }

        Add(CountFields.Pages(outcome.State));
        if (!outcome.StartsVisit)
        {
            return;
        }

        Add(CountFields.Visits(outcome.State));
        if (outcome.State == PageState.Asked)
        {
            Add(CountFields.InLanguage(outcome.Language, CountFields.Visits(PageState.Asked)));
            if (outcome.Variant is { } variant)
            {
                Add(CountFields.InVariant(variant, CountFields.Visits(PageState.Asked)));
            }
        }
    }
}
