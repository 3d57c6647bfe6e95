using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
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
    private string[] _carried = ["yandex-metrika", "meta-pixel", "2gis-maps"];

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
    public void Complaint_20_a_new_tracker_under_a_granted_purpose_is_held_and_asked_for_and_earlier_answers_are_kept()
    {
        var consent = Read(Cookie(Decision(Now.AddDays(-2), PurposeSet.All) with { Recipients = Named("yandex-metrika", "2gis-maps") }));

        Assert.Equal(PurposeSet.All, consent.Purposes);
        Assert.True(consent.Permits(Tracker("yandex-metrika")));
        Assert.False(consent.Permits(Tracker("meta-pixel")));
        Assert.Equal(["meta-pixel"], consent.Newcomers.Asked.Select(tracker => tracker.Id));
        Assert.True(consent.MustAsk);
        Assert.False(consent.IsUndecided);
    }

    [Fact]
    public void A_new_tracker_waits_a_day_for_its_question_and_is_held_meanwhile()
    {
        var consent = Read(Cookie(Decision(Now.AddHours(-23), PurposeSet.All) with { Recipients = Named("yandex-metrika", "2gis-maps") }));

        Assert.False(consent.MustAsk);
        Assert.False(consent.Permits(Tracker("meta-pixel")));
    }

    [Fact]
    public void Complaint_20_a_refusal_is_not_asked_again_whatever_the_site_takes_on()
    {
        Assert.False(Read(Cookie(Decision(Now.AddDays(-80), PurposeSet.NecessaryOnly) with { Recipients = RecipientPrints.None })).MustAsk);
        Assert.False(Read(Cookie(Decision(Now.AddDays(-80), PurposeSet.Of(Purpose.Analytics)) with { Recipients = Named("yandex-metrika") })).MustAsk);
    }

    [Fact]
    public void A_new_tracker_that_was_declined_stays_held_and_is_not_asked_for_again()
    {
        var consent = Read(Cookie(Decision(Now.AddDays(-80), PurposeSet.All) with
        {
            Recipients = Named("yandex-metrika", "2gis-maps"),
            Declined = Named("meta-pixel"),
        }));

        Assert.False(consent.MustAsk);
        Assert.False(consent.Permits(Tracker("meta-pixel")));
    }

    [Fact]
    public void A_tracker_that_is_for_another_purpose_now_is_new()
    {
        var elsewhere = RecipientPrints.Of([RecipientPrints.NameOf(Tracker("meta-pixel") with { Purpose = Purpose.Analytics })]);

        Assert.False(Read(Cookie(Decision(Now.AddDays(-2), PurposeSet.All) with { Recipients = elsewhere })).Permits(Tracker("meta-pixel")));
    }

    [Fact]
    public void Where_the_notice_could_name_nobody_what_turns_up_runs_for_a_day_and_is_asked_for_then()
    {
        var first = Read(Cookie(Decision(Now.AddMinutes(-5), PurposeSet.All) with { Recipients = RecipientPrints.None }));
        var nextDay = Read(Cookie(Decision(Now.AddDays(-1), PurposeSet.All) with { Recipients = RecipientPrints.None }));

        Assert.True(first.Permits(Tracker("meta-pixel")));
        Assert.False(first.MustAsk);
        Assert.False(nextDay.Permits(Tracker("meta-pixel")));
        Assert.True(nextDay.MustAsk);
    }

    [Fact]
    public void An_answer_from_before_recipients_were_kept_holds_for_its_term()
    {
        var consent = Read(Cookie(Decision(Now.AddDays(-80), PurposeSet.All)));

        Assert.True(consent.Permits(Tracker("meta-pixel")));
        Assert.False(consent.MustAsk);
    }

    [Fact]
    public void Complaint_20_a_purpose_that_was_never_offered_is_asked_for_and_nothing_else()
    {
        _carried = [];
        var consent = Read(Cookie(Decision(Now.AddDays(-2)) with
        {
            Recipients = Named("yandex-metrika"),
            Offered = PurposeSet.Of(Purpose.Preferences, Purpose.Analytics),
        }));

        Assert.True(consent.MustAsk);
        Assert.Equal(PurposeSet.Of(Purpose.Marketing), consent.Newcomers.Purposes);
        Assert.True(consent.Permits(Purpose.Analytics));
        Assert.False(consent.Permits(Purpose.Marketing));
    }

    [Fact]
    public void A_signal_answers_for_what_is_new()
    {
        var consent = ReadWith("1", Cookie(Decision(Now.AddDays(-2), PurposeSet.All) with { Recipients = Named("yandex-metrika") }));

        Assert.False(consent.MustAsk);
        Assert.True(consent.Permits(Tracker("yandex-metrika")));
        Assert.False(consent.Permits(Tracker("meta-pixel")));
    }

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

    private Tracker Tracker(string id) => _site.Judge.Find(id)!;

    private RecipientPrints Named(params string[] ids) => RecipientPrints.Of(ids.Select(id => RecipientPrints.NameOf(Tracker(id))));

    private VisitorConsent Read(params string[] cookies) => ReadWith(null, cookies);

    private string Cookie(ConsentDecision decision) => "cg_consent=" + _tokens.Sign(_site.TokenScope, decision);

    private VisitorConsent ReadWith(string? gpc, params string[] cookies)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = string.Join("; ", cookies);
        http.Request.Headers["Sec-GPC"] = gpc;
        return new ConsentReader(_tokens, _revoked, _ => [.. _carried.Select(id => _site.Judge.Find(id)!)], new ManualClock(Now)).Read(http.Request, _site);
    }
}
