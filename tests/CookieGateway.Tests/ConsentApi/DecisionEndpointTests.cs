using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.ConsentApi;

public sealed class DecisionEndpointTests : IAsyncLifetime
{
    private RunningGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await RunningGateway.InFrontOfAsync(RunningGateway.Page("<html><body>ok"));

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task A_form_leads_back_to_where_it_was_sent_from()
    {
        using var answer = await PostAsync("decision", Form("grant=all&return=/prices%3Fa=1"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/prices?a=1", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_form_without_a_return_leads_back_to_the_page_it_stood_on()
    {
        using var answer = await PostAsync("decision", Form("grant=none"), ("Referer", $"http://{RunningGateway.Host}/about?x=1"));

        Assert.Equal("/about?x=1", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/a\tb")]
    [InlineData("javascript:alert(1)")]
    public async Task A_form_never_leads_to_another_site(string elsewhere)
    {
        using var answer = await PostAsync("decision", Form($"grant=none&return={Uri.EscapeDataString(elsewhere)}"));

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_script_gets_the_receipt()
    {
        using var answer = await PostAsync("decision", Json("""{"grant":["analytics"],"lang":"kk","page":"/prices"}"""));
        using var receipt = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""["analytics"]""", receipt.RootElement.GetProperty("purposes").GetRawText());
        Assert.Equal(
            ["record", "visitor", "purposes", "trackers", "at", "expires", "policy", "notice"],
            receipt.RootElement.EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            TimeSpan.FromDays(180),
            receipt.RootElement.GetProperty("expires").GetDateTimeOffset() - receipt.RootElement.GetProperty("at").GetDateTimeOffset());
    }

    /// <summary>FIELD (b) 14: browsers shorten the life of cookies that scripts set; this one only HTTP sets.</summary>
    [Fact]
    public async Task Complaint_14_the_cookie_is_for_HTTP_only_and_lives_as_long_as_the_consent()
    {
        using var answer = await PostAsync("decision", Form("grant=all"));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^cg_consent=[A-Za-z0-9_-]{100,400}; max-age=15552000; domain=clinic.test; path=/; samesite=lax; httponly$", cookie);
    }

    [Fact]
    public async Task The_next_page_knows_the_decision()
    {
        Assert.Contains("id=\"cg-banner\"", await _gateway.GetTextAsync("/"), StringComparison.Ordinal);
        using var answer = await PostAsync("decision", Form("grant=analytics&grant=preferences"));

        var page = await _gateway.GetTextAsync("/", ("Cookie", CookieOf(answer)));

        Assert.DoesNotContain("id=\"cg-banner\"", page, StringComparison.Ordinal);
        Assert.Contains("data-cg-grants=\"preferences,analytics\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_weighs_more_than_the_boxes_that_its_form_sends_along()
    {
        Assert.Equal("""{"asks":false,"purposes":[],"trackers":[],"held":[]}""", await StateAfterAsync("grant=analytics&grant=none"));
        Assert.Equal(
            """{"asks":false,"purposes":["preferences","analytics","marketing"],"trackers":[],"held":[]}""",
            await StateAfterAsync("grant=analytics&grant=all"));
        Assert.Equal("""{"asks":false,"purposes":["analytics"],"trackers":[],"held":[]}""", await StateAfterAsync("grant=analytics&grant=chosen"));
        Assert.Equal("""{"asks":false,"purposes":[],"trackers":[],"held":[]}""", await StateAfterAsync("grant=chosen"));
    }

    /// <summary>What the preferences in place send when some purposes are ticked and no tracker by itself.</summary>
    [Fact]
    public async Task Purposes_can_be_granted_with_an_empty_list_of_trackers()
    {
        using var answer = await PostAsync("decision", Json("""{"grant":["analytics"],"tracker":[],"via":"preferences"}"""));

        Assert.Equal(
            """{"asks":false,"purposes":["analytics"],"trackers":[],"held":[]}""",
            await _gateway.GetTextAsync("/_consent/state.json", ("Cookie", CookieOf(answer))));
    }

    [Fact]
    public async Task A_tracker_granted_on_a_placeholder_comes_to_what_was_granted_before()
    {
        using var first = await PostAsync("decision", Form("grant=analytics"));
        using var second = await PostAsync("decision", Form("tracker=youtube"), ("Cookie", CookieOf(first)));

        Assert.Equal(
            """{"asks":false,"purposes":["analytics"],"trackers":["youtube"],"held":[]}""",
            await _gateway.GetTextAsync("/_consent/state.json", ("Cookie", CookieOf(second))));
    }

    [Fact]
    public async Task Withdrawing_takes_everything_back()
    {
        using var given = await PostAsync("decision", Form("grant=all"));
        using var withdrawn = await PostAsync("withdraw", Form("lang=ru"), ("Cookie", CookieOf(given)));

        Assert.Equal(HttpStatusCode.SeeOther, withdrawn.StatusCode);
        Assert.Equal(
            """{"asks":false,"purposes":[],"trackers":[],"held":[]}""",
            await _gateway.GetTextAsync("/_consent/state.json", ("Cookie", CookieOf(withdrawn))));
    }

    [Fact]
    public async Task A_visitor_stays_the_same_from_decision_to_decision()
    {
        using var first = await PostAsync("decision", Json("""{"grant":"all"}"""));
        using var second = await PostAsync("decision", Json("""{"grant":"none"}"""), ("Cookie", CookieOf(first)));

        Assert.Equal(await FieldAsync(first, "visitor"), await FieldAsync(second, "visitor"));
        Assert.NotEqual(await FieldAsync(first, "record"), await FieldAsync(second, "record"));
    }

    /// <summary>FIELD (b) 4: also on the first refusal, and also what no script can see.</summary>
    [Fact]
    public async Task Complaint_4_tracking_cookies_that_are_already_there_go_with_the_answer()
    {
        using var answer = await PostAsync("decision", Form("grant=none"), ("Cookie", "_ym_uid=1; session=2"));

        var removed = answer.Headers.GetValues("Set-Cookie").Where(cookie => !cookie.StartsWith("cg_consent", StringComparison.Ordinal)).ToList();
        Assert.Contains(removed, cookie => cookie.StartsWith("_ym_uid=; Path=/; Domain=clinic.test; Max-Age=0", StringComparison.Ordinal));
        Assert.All(removed, cookie => Assert.StartsWith("_ym_uid=;", cookie, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://sub.clinic.test")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Referer", "http://evil.example/clinic.test")]
    [InlineData("X-Nothing", "no word of where it comes from")]
    public async Task Nobody_else_decides_in_a_visitors_name(string header, string value)
    {
        using var answer = await PostAsync("decision", Form("grant=all"), [(header, value)], own: false);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "http://clinic.test")]
    [InlineData("Origin", "https://CLINIC.test")]
    [InlineData("Referer", "http://clinic.test/about")]
    public async Task The_sites_own_pages_may_send_decisions(string header, string value)
    {
        using var answer = await PostAsync("decision", Form("grant=none"), [(header, value)], own: false);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Theory]
    [InlineData("application/json", "{\"grant\":\"everything\"}", 400)]
    [InlineData("application/json", "{\"grant\":[\"analytics\",\"health\"]}", 400)]
    [InlineData("application/json", "{}", 400)]
    [InlineData("application/json", "[1]", 400)]
    [InlineData("application/json", "{\"grant\":", 400)]
    [InlineData("application/json", "{\"tracker\":\"no-such-tracker\"}", 400)]
    [InlineData("application/x-www-form-urlencoded", "return=/", 400)]
    [InlineData("text/plain", "grant=all", 415)]
    [InlineData("multipart/form-data; boundary=a", "--a--", 415)]
    public async Task What_is_no_decision_is_refused(string type, string body, int status)
    {
        using var answer = await PostAsync("decision", Content(type, body));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task What_is_too_large_is_nobodys_decision()
    {
        using var answer = await PostAsync("decision", Form("grant=all&x=" + new string('a', 9000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task A_decision_is_posted()
    {
        using var answer = await _gateway.GetAsync("/_consent/decision?grant=all");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("POST", answer.Content.Headers.Allow.Single());
    }

    [Fact]
    public async Task A_loop_is_slowed_down()
    {
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 100 && last != HttpStatusCode.TooManyRequests; i++)
        {
            using var answer = await PostAsync("decision", Form("grant=none"));
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    /// <summary>FIELD (b) 24: bots get the page of a new visitor, and leave no record.</summary>
    [Fact]
    public async Task Complaint_24_nothing_is_recorded_for_a_crawler()
    {
        using var answer = await PostAsync(
            "decision", Form("grant=all"), ("User-Agent", "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static FormUrlEncoded Form(string body) => new(body);

    private static StringContent Json(string body) => Content("application/json", body);

    private static StringContent Content(string type, string body) =>
        new(body, Encoding.UTF8) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };

    private static string CookieOf(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];

    private static async Task<string?> FieldAsync(HttpResponseMessage answer, string name)
    {
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty(name).GetString();
    }

    private async Task<string> StateAfterAsync(string form)
    {
        using var answer = await PostAsync("decision", Form(form));
        return await _gateway.GetTextAsync("/_consent/state.json", ("Cookie", CookieOf(answer)));
    }

    private Task<HttpResponseMessage> PostAsync(string path, HttpContent body, params (string Name, string Value)[] headers) =>
        PostAsync(path, body, headers, own: true);

    private Task<HttpResponseMessage> PostAsync(string path, HttpContent body, (string Name, string Value)[] headers, bool own)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"http://{RunningGateway.Host}/_consent/{path}") { Content = body };
        foreach (var (name, value) in own ? [("Sec-Fetch-Site", "same-origin"), .. headers] : headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _gateway.Client.SendAsync(request);
    }

    private sealed class FormUrlEncoded(string body)
        : StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
}
