using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Proxying.Request;
using CookieGateway.Sites;
using CookieGateway.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CookieGateway.Tests.Proxying.Request;

public sealed class ConsentReaderTests
{
    private static readonly DateTimeOffset Now = Some.Moment;

    private readonly ConsentTokens _tokens = new(new SigningKeys(SigningKey.New()));
    private readonly RevokedVisitors _revoked = new();

    private readonly Site _site = SomeSite.With(
        ("Policy:Versions:0:Version", "1"), ("Policy:Versions:0:InForce", "2020-01-01"),
        ("Policy:Versions:1:Version", "2"), ("Policy:Versions:1:InForce", "2026-01-01"),
        ("Policy:Versions:2:Version", "3"), ("Policy:Versions:2:InForce", "2099-01-01"));

    [Fact]
    public void A_signed_decision_holds()
    {
        var consent = Read(Cookie(Decision()));

        Assert.True(consent.Permits(Purpose.Analytics));
        Assert.False(consent.Permits(Purpose.Marketing));
        Assert.False(consent.MustAsk);
    }

    [Fact]
    public void Complaint_21_of_several_cookies_the_latest_that_is_signed_counts()
    {
        var forged = new ConsentTokens(new SigningKeys(SigningKey.New())).Sign(_site.TokenScope, Decision(Now, PurposeSet.All));

        var consent = Read(
            Cookie(Decision(Now.AddHours(-2), PurposeSet.All)),
            Cookie(Decision(Now.AddHours(-1), PurposeSet.NecessaryOnly)),
            "cg_consent=" + forged,
            "cg_consent=garbage");

        Assert.Equal(PurposeSet.NecessaryOnly, consent.Purposes);
        Assert.False(consent.MustAsk);
    }

    [Fact]
    public void A_later_decision_that_is_revoked_does_not_bring_an_earlier_one_back()
    {
        var visitor = VisitorId.New();
        _revoked.Add(_site.Id, visitor, Now);

        var consent = Read(
            Cookie(Decision(Now.AddHours(-2), PurposeSet.All)),
            Cookie(Decision(Now.AddHours(-1), PurposeSet.All) with { Visitor = visitor }));

        Assert.True(consent.MustAsk);
    }

    [Fact]
    public void Another_sites_decision_does_not_count() =>
        Assert.True(Read("cg_consent=" + _tokens.Sign("other", Decision())).MustAsk);

    [Fact]
    public void A_term_that_is_over_asks_again() =>
        Assert.True(Read(Cookie(Decision() with { Expires = Now })).MustAsk);

    [Fact]
    public void A_term_that_the_site_has_shortened_since_asks_again() =>
        Assert.True(Read(Cookie(Decision(Now.AddDays(-181), PurposeSet.All) with { Expires = Now.AddDays(100) })).MustAsk);

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", false)]
    [InlineData("3", true)]
    public void Complaint_20_only_a_decision_under_the_policy_in_force_counts(string policy, bool mustAsk) =>
        Assert.Equal(mustAsk, Read(Cookie(Decision() with { Policy = policy })).MustAsk);

    /// <summary>The notice is kept with each record, and its wording is no reason to ask.</summary>
    [Fact]
    public void A_comma_in_the_notice_does_not_ask_again() =>
        Assert.False(Read(Cookie(Decision() with { Notice = NoticeVersion.Of("notice, with a comma"u8) })).MustAsk);

    [Fact]
    public void Complaint_23_a_signal_refuses_without_a_question_and_an_explicit_grant_stands_above_it()
    {
        Assert.False(ReadWith("1", []).MustAsk);
        Assert.Equal(PurposeSet.NecessaryOnly, ReadWith("1", []).Purposes);
        Assert.True(ReadWith("0", []).MustAsk);
        Assert.True(ReadWith("1", Cookie(Decision())).Permits(Purpose.Analytics));
    }

    private static ConsentDecision Decision(DateTimeOffset? at = null, PurposeSet? purposes = null) => new()
    {
        Visitor = VisitorId.New(),
        Record = RecordId.New(Now),
        Purposes = purposes ?? PurposeSet.Of(Purpose.Analytics),
        At = at ?? Now.AddHours(-1),
        Expires = Now.AddDays(90),
        Policy = "2",
        Notice = NoticeVersion.Of("notice"u8),
    };

    private VisitorConsent Read(params string[] cookies) => ReadWith(null, cookies);

    private string Cookie(ConsentDecision decision) => "cg_consent=" + _tokens.Sign(_site.TokenScope, decision);

    private VisitorConsent ReadWith(string? gpc, params string[] cookies)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = string.Join("; ", cookies);
        http.Request.Headers["Sec-GPC"] = gpc;
        return new ConsentReader(_tokens, _revoked, new ManualClock(Now)).Read(http.Request, _site);
    }
}
