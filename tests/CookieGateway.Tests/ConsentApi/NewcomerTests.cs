using System.Net;
using System.Text;
using CookieGateway.Banner;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
using CookieGateway.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CookieGateway.Tests.ConsentApi;

/// <summary>A site takes on a tracker after somebody has granted its purpose: through the whole gateway, page, cookies and answers.</summary>
public sealed class NewcomerTests : IAsyncLifetime
{
    private const string Page = """
        <!doctype html><html lang="ru"><head><meta charset="utf-8"></head><body>
        <script src="https://mc.yandex.ru/metrika/tag.js"></script><script src="https://connect.facebook.net/en_US/fbevents.js"></script>
        """;

    private readonly ManualClock _clock = new(Some.Moment);
    private string[] _carried = ["yandex-metrika"];
    private RunningGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await RunningGateway.InFrontOfAsync(
        RunningGateway.Page(Page),
        adjust: builder => builder.Services
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<SeenTrackers>(site => Trackers(site.Judge))
            .AddSingleton<CarriedTrackers>(site => Trackers(site.Judge)));

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task Complaint_20_the_banner_asks_for_the_new_tracker_alone_and_the_earlier_answer_is_shown_and_stands()
    {
        var cookie = await AnswerAsync("grant=all", cookie: null);
        TakeOn("meta-pixel");

        var page = await _gateway.GetTextAsync("/", cookie);

        Assert.Contains("data-cg-again", page, StringComparison.Ordinal);
        Assert.Contains("Meta Pixel", Decoded(page), StringComparison.Ordinal);
        Assert.Contains("Ваш прежний ответ действует. Разрешено: Удобство, Статистика, Реклама.", Decoded(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Яндекс.Метрика", Decoded(page), StringComparison.Ordinal);
        Assert.Contains("""<script src="https://mc.yandex.ru/metrika/tag.js">""", page, StringComparison.Ordinal);
        Assert.Contains("""data-cg-src="https://connect.facebook.net/en_US/fbevents.js" """.TrimEnd(), page, StringComparison.Ordinal);
        Assert.Contains("data-cg-purpose=\"new\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_cookies_do_not_reach_the_clinic_and_those_of_the_others_do()
    {
        var (name, value) = await AnswerAsync("grant=all", cookie: null);
        TakeOn("meta-pixel");

        using var _ = await _gateway.GetAsync("/", (name, value + "; _fbp=1; _ym_uid=2; cart=3"));

        Assert.Equal("_ym_uid=2; cart=3", _gateway.Origin.LastRequest.Headers["Cookie"]);
    }

    [Fact]
    public async Task Letting_it_in_releases_it_and_nobody_asks_again()
    {
        var cookie = await AnswerAsync("grant=all", cookie: null);
        TakeOn("meta-pixel");
        cookie = await AnswerAsync("grant=new", cookie);
        _clock.Pass(TimeSpan.FromDays(30));

        var page = await _gateway.GetTextAsync("/", cookie);

        Assert.Contains("""<script src="https://connect.facebook.net/en_US/fbevents.js">""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"cg-banner\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_letting_it_in_keeps_the_earlier_answer_with_its_own_term_and_asks_no_more()
    {
        var cookie = await AnswerAsync("grant=all", cookie: null);
        var expires = Decision(cookie).Expires;
        TakeOn("meta-pixel");
        cookie = await AnswerAsync("grant=earlier", cookie);
        _clock.Pass(TimeSpan.FromDays(30));

        var page = await _gateway.GetTextAsync("/", cookie);

        Assert.Equal(PurposeSet.All, Decision(cookie).Purposes);
        Assert.Equal(expires, Decision(cookie).Expires);
        Assert.Contains("""<script src="https://mc.yandex.ru/metrika/tag.js">""", page, StringComparison.Ordinal);
        Assert.Contains("data-cg-src=\"https://connect.facebook.net/en_US/fbevents.js\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"cg-banner\"", page, StringComparison.Ordinal);
    }

    /// <summary>Two tabs with the same question: the second answer comes when nothing is asked any more.</summary>
    [Fact]
    public async Task Answering_twice_takes_nothing_back()
    {
        var cookie = await AnswerAsync("grant=all", cookie: null);
        TakeOn("meta-pixel");
        var notice = (await _gateway.GetTextAsync("/", cookie)).Split("name=\"notice\" value=\"")[1].Split('"')[0];
        cookie = await AnswerAsync($"grant=new&notice={notice}", cookie);
        cookie = await AnswerAsync($"grant=new&notice={notice}", cookie);
        _clock.Pass(TimeSpan.FromDays(30));

        var page = await _gateway.GetTextAsync("/", cookie);

        Assert.Contains("""<script src="https://connect.facebook.net/en_US/fbevents.js">""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"cg-banner\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_that_is_always_shown_is_no_agreement_to_anything_else()
    {
        var cookie = await AnswerAsync("grant=all", cookie: null);
        TakeOn("meta-pixel");
        cookie = await AnswerAsync("tracker=2gis-maps", cookie);

        Assert.Contains("data-cg-src=\"https://connect.facebook.net", await _gateway.GetTextAsync("/", cookie), StringComparison.Ordinal);
    }

    /// <summary>The page was opened before the tracker came, and is answered after.</summary>
    [Fact]
    public async Task What_the_answered_notice_did_not_name_is_not_agreed_to()
    {
        var page = await _gateway.GetTextAsync("/");
        var notice = page.Split("name=\"notice\" value=\"")[1].Split('"')[0];
        _carried = ["yandex-metrika", "meta-pixel"];
        var cookie = await AnswerAsync($"grant=all&notice={notice}", cookie: null);

        Assert.Contains("data-cg-src=\"https://connect.facebook.net", await _gateway.GetTextAsync("/", cookie), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_refused_is_not_asked_and_who_has_just_answered_is_not_asked_yet()
    {
        var refused = await AnswerAsync("grant=none", cookie: null);
        TakeOn("meta-pixel");
        var accepted = await AnswerAsync("grant=all", cookie: null);
        _carried = ["yandex-metrika", "meta-pixel", "tiktok-pixel"];

        Assert.DoesNotContain("id=\"cg-banner\"", await _gateway.GetTextAsync("/", refused), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"cg-banner\"", await _gateway.GetTextAsync("/", accepted), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_for_newcomers_grants_nothing_to_somebody_who_has_not_answered()
    {
        using var answer = await PostAsync("grant=new", cookie: null);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_preferences_mark_what_is_new_and_keep_the_ticks()
    {
        var cookie = await AnswerAsync("grant=marketing", cookie: null);
        TakeOn("meta-pixel");

        var page = Decoded(await _gateway.GetTextAsync("/_consent/?lang=ru", cookie));

        Assert.Contains("новый получатель", page, StringComparison.Ordinal);
        Assert.Contains("value=\"marketing\" checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"analytics\" checked", page, StringComparison.Ordinal);
    }

    private void TakeOn(string tracker)
    {
        _carried = [.. _carried, tracker];
        _clock.Pass(Newcomers.Rest);
    }

    private Tracker[] Trackers(TrackerJudge judge) => [.. _carried.Select(id => judge.Find(id)!)];

    private ConsentDecision Decision((string Name, string Value) cookie)
    {
        Assert.True(_gateway.Services.GetRequiredService<ConsentTokens>()
            .TryRead(_gateway.Site.TokenScope, cookie.Value.Split('=')[1], out var decision));
        return decision;
    }

    private async Task<(string Name, string Value)> AnswerAsync(string form, (string Name, string Value)? cookie)
    {
        using var answer = await PostAsync(form, cookie);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return ("Cookie", answer.Headers.GetValues("Set-Cookie").First(line => line.StartsWith("cg_consent=", StringComparison.Ordinal)).Split(';')[0]);
    }

    private Task<HttpResponseMessage> PostAsync(string form, (string Name, string Value)? cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"http://{RunningGateway.Host}/_consent/decision")
        {
            Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        request.Headers.Add("Origin", $"http://{RunningGateway.Host}");
        request.Headers.TryAddWithoutValidation("Cookie", cookie?.Value);
        return _gateway.Client.SendAsync(request);
    }

    private static string Decoded(string page) => WebUtility.HtmlDecode(page);
}
