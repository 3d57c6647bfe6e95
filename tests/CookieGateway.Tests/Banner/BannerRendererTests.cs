using System.Text;
using CookieGateway.Banner;
using CookieGateway.Banner.Assets;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
using CookieGateway.Sites;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Banner;

public sealed class BannerRendererTests
{
    private static readonly VisitorConsent Accepted = new()
    {
        Decision = new ConsentDecision
        {
            Visitor = VisitorId.New(),
            Record = default,
            Purposes = PurposeSet.All,
            At = DateTimeOffset.UnixEpoch,
            Expires = DateTimeOffset.UnixEpoch,
            Policy = "",
            Notice = default,
        },
    };

    private IReadOnlyList<Tracker> _seen = [];

    [Theory]
    [InlineData("ru", "&#x41F;&#x440;&#x438;&#x43D;&#x438;&#x43C;&#x430;&#x442;&#x44C;")]
    [InlineData("kk", "&#x422;&#x435;&#x43A;")]
    [InlineData("en", "Accept only necessary cookies")]
    public void The_banner_speaks_the_pages_language_in_ASCII(string language, string refuse)
    {
        var body = Page(SomeSite.With()).BodyStart(language);

        Assert.True(Ascii.IsValid(body.Span));
        Assert.Contains(refuse, Encoding.ASCII.GetString(body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_the_site_does_not_speak_becomes_its_own()
    {
        var page = Page(SomeSite.With(("Languages:0", "kk"), ("Languages:1", "ru")));

        Assert.Equal(page.Notice("kk"), page.Notice("de"));
    }

    [Fact]
    public void Accepting_and_refusing_are_the_same_element_with_the_same_style()
    {
        var body = Html(Page(SomeSite.With()), "en");

        Assert.Contains("<button type=\"submit\" name=\"grant\" value=\"none\" data-cg-do=\"refuse\">", body, StringComparison.Ordinal);
        Assert.Contains("<button type=\"submit\" name=\"grant\" value=\"all\" data-cg-do=\"accept\">", body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_notice_names_the_operator_with_its_number_the_recipients_and_the_term()
    {
        _seen = [Some("metrika", "RU"), Some("pixel", "US"), Some("counter", "KZ")];

        var body = Html(Page(SomeSite.With()), "en");

        Assert.Contains("BIN&#xA0;180740027339", body, StringComparison.Ordinal);
        Assert.Contains("Recipients of data:&#xA0;3, of these abroad:&#xA0;2.", body, StringComparison.Ordinal);
        Assert.Contains("180&#xA0;days", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notice_keeps_its_version_from_page_to_page_and_changes_it_with_its_text()
    {
        var site = SomeSite.With();
        var renderer = Renderer();
        var version = renderer.For(site, VisitorConsent.Undecided, "abc", CspPermissions.Unrestricted).Notice("ru");

        Assert.Equal(version, renderer.For(site, VisitorConsent.Undecided, "xyz", CspPermissions.Unrestricted).Notice("ru"));
        Assert.NotEqual(version, Renderer().Notice(SomeSite.With(("Banner:Texts:ru:banner.title", "Иначе")), "ru").Version);
    }

    [Fact]
    public void A_version_is_the_hash_of_the_bytes_that_are_kept()
    {
        var notice = Renderer().Notice(SomeSite.With(), "ru");

        Assert.Equal(NoticeVersion.Of(notice.Bytes.Span), notice.Version);
    }

    [Fact]
    public void A_new_recipient_makes_a_new_notice()
    {
        var site = SomeSite.With();
        var renderer = Renderer();
        var before = renderer.Notice(site, "ru").Version;
        _seen = [Some("metrika", "RU")];

        Assert.NotEqual(before, renderer.Notice(site, "ru").Version);
    }

    [Fact]
    public void Who_has_decided_sees_the_permanent_buttons_and_no_banner()
    {
        var body = Html(Page(SomeSite.With(), Accepted), "ru");

        Assert.DoesNotContain("id=\"cg-banner\"", body, StringComparison.Ordinal);
        Assert.Contains("data-cg-do=\"settings\"", body, StringComparison.Ordinal);
        Assert.Contains("data-cg-do=\"withdraw\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_guard_knows_what_is_granted_and_stands_within_the_first_bytes_of_the_page()
    {
        var head = Encoding.ASCII.GetString(Page(SomeSite.With(), Accepted).HeadStart.Span);

        Assert.Contains("data-cg-grants=\"preferences,analytics,marketing\"", head, StringComparison.Ordinal);
        Assert.InRange(head.Length, 1, 600);
    }

    [Fact]
    public void A_page_with_a_nonce_gets_it_on_everything_of_ours()
    {
        var page = Renderer().For(SomeSite.With(), VisitorConsent.Undecided, "r4nd0m", CspPermissions.Unrestricted);

        Assert.Contains("nonce=\"r4nd0m\"", Encoding.ASCII.GetString(page.HeadStart.Span), StringComparison.Ordinal);
        Assert.Contains("<style nonce=\"r4nd0m\">", Html(page, "ru"), StringComparison.Ordinal);
        Assert.Contains("banner.js\" nonce=\"r4nd0m\"></script>", Html(page, "ru"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_pages_policy_forbids_is_left_out_and_the_form_remains()
    {
        var page = Renderer().For(SomeSite.With(), VisitorConsent.Undecided, null, new CspPermissions(false, false, false));

        Assert.True(page.HeadStart.IsEmpty);
        Assert.DoesNotContain("<script", Html(page, "ru"), StringComparison.Ordinal);
        Assert.DoesNotContain("<style", Html(page, "ru"), StringComparison.Ordinal);
        Assert.Contains("<form method=\"post\"", Html(page, "ru"), StringComparison.Ordinal);
    }

    private static Tracker Some(string id, string country) => new() { Id = id, Vendor = id, Country = country, Purpose = Purpose.Analytics };

    private static string Html(PageInsertions page, string language) => Encoding.ASCII.GetString(page.BodyStart(language).Span);

    private PageInsertions Page(Site site, VisitorConsent? consent = null) =>
        Renderer().For(site, consent ?? VisitorConsent.Undecided, null, CspPermissions.Unrestricted);

    private BannerRenderer Renderer() => new(new AssetLibrary(), _ => _seen);
}
