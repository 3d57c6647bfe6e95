using CookieGateway.Consent.Decisions;

namespace CookieGateway.Consent.Tests.Decisions;

public sealed class RevokedVisitorsTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddDays(20_000);
    private readonly RevokedVisitors _revoked = new();
    private readonly VisitorId _visitor = VisitorId.New();

    [Fact]
    public void What_was_decided_up_to_the_revocation_is_revoked_and_what_is_decided_later_counts()
    {
        _revoked.Add("clinic", _visitor, Now);

        Assert.True(_revoked.Contains("clinic", _visitor, Now.AddDays(-1)));
        Assert.True(_revoked.Contains("clinic", _visitor, Now));
        Assert.False(_revoked.Contains("clinic", _visitor, Now.AddMilliseconds(1)));
    }

    [Fact]
    public void A_revocation_concerns_one_visitor_of_one_site()
    {
        _revoked.Add("clinic", _visitor, Now);

        Assert.False(_revoked.Contains("another", _visitor, Now));
        Assert.False(_revoked.Contains("clinic", VisitorId.New(), Now));
    }

    [Fact]
    public void An_earlier_revocation_that_arrives_late_takes_nothing_back()
    {
        _revoked.Add("clinic", _visitor, Now);
        _revoked.Add("clinic", _visitor, Now.AddDays(-5));

        Assert.True(_revoked.Contains("clinic", _visitor, Now));
    }

    [Fact]
    public void A_list_replaces_what_is_older_than_itself_and_keeps_what_came_since()
    {
        var since = VisitorId.New();
        var listed = VisitorId.New();
        _revoked.Add("clinic", _visitor, Now.AddMinutes(-1));
        _revoked.Add("clinic", since, Now.AddMinutes(1));

        _revoked.Replace("clinic", [KeyValuePair.Create(listed, Now.AddDays(-1))], readAt: Now);

        Assert.False(_revoked.Contains("clinic", _visitor, Now.AddMinutes(-1)));
        Assert.True(_revoked.Contains("clinic", since, Now));
        Assert.True(_revoked.Contains("clinic", listed, Now.AddDays(-1)));
    }
}
