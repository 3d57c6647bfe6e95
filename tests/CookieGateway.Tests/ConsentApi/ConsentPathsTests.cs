using System.Net;
using System.Text.Json.Nodes;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.ConsentApi;

public sealed class ConsentPathsTests : IAsyncLifetime
{
    private RunningGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await RunningGateway.InFrontOfAsync(
        http => RunningGateway.Page($"origin's {http.Request.Path}")(http),
        configuration =>
        {
            configuration.Site()["Operator"] = new JsonObject
            {
                ["Name"] = new JsonObject { ["ru"] = "ТОО «Клиника»", ["kk"] = "«Клиника» ЖШС" },
                ["Id"] = "180740027339",
                ["Email"] = "info@clinic.test",
            };
            configuration.Site()["Policy"] = new JsonObject
            {
                ["Url"] = "/privacy",
                ["Versions"] = new JsonArray(
                    new JsonObject { ["Version"] = "1.01", ["Published"] = "2023-10-23", ["InForce"] = "2023-11-01" },
                    new JsonObject { ["Version"] = "1.00", ["Published"] = "2020-01-01", ["InForce"] = "2020-01-01" }),
            };
        });

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [InlineData("/_consentual")]
    [InlineData("/x/_consent/")]
    [InlineData("/")]
    public async Task Other_paths_are_the_origins(string path) =>
        Assert.Contains("origin's " + path, await _gateway.GetTextAsync(path), StringComparison.Ordinal);

    [Theory]
    [InlineData("/_consent/?lang=ru", "Файл cg_consent хранит ваш ответ 180\u00A0дней.")]
    [InlineData("/_consent/?lang=kk", "cg_consent файлы жауабыңызды 180 күн сақтайды.")]
    [InlineData("/_consent/declaration?lang=en", "cg_consent keeps your answer for 180\u00A0days.")]
    public async Task The_gateways_own_cookie_is_told_among_the_necessary_ones(string path, string sentence) =>
        Assert.Contains(sentence, WebUtility.HtmlDecode(await _gateway.GetTextAsync(path)), StringComparison.Ordinal);

    [Fact]
    public async Task An_unknown_path_under_the_prefix_is_not_the_origins()
    {
        using var answer = await _gateway.GetAsync("/_consent/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("origin's", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "Настройки файлов cookie", "БИН")]
    [InlineData("kk", "Cookie файлдарының баптаулары", "БСН")]
    [InlineData("en", "Cookie settings", "BIN")]
    public async Task The_preferences_say_what_the_law_wants_in_every_language(string language, string title, string number)
    {
        var page = WebUtility.HtmlDecode(await _gateway.GetTextAsync($"/_consent/?lang={language}"));

        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains($"{number}\u00A0180740027339", page, StringComparison.Ordinal);
        Assert.Contains("info@clinic.test", page, StringComparison.Ordinal);
        Assert.Contains("94-V", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_ticked_before_it_is_granted() =>
        Assert.DoesNotContain(" checked", await _gateway.GetTextAsync("/_consent/"), StringComparison.Ordinal);

    [Fact]
    public async Task The_language_of_the_browser_counts_where_the_address_names_none() =>
        Assert.Contains("lang=\"kk\"", await _gateway.GetTextAsync("/_consent/", ("Accept-Language", "de, kk-KZ;q=0.8, ru;q=0.5")), StringComparison.Ordinal);

    [Fact]
    public async Task A_refusal_by_the_browsers_signal_is_said_in_the_preferences() =>
        Assert.Contains("Global Privacy Control", await _gateway.GetTextAsync("/_consent/?lang=en", ("Sec-GPC", "1")), StringComparison.Ordinal);

    [Fact]
    public async Task Own_pages_load_nothing_from_elsewhere_and_are_kept_by_nobody()
    {
        using var answer = await _gateway.GetAsync("/_consent/");

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal(
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task All_versions_of_the_policy_are_listed_with_their_state()
    {
        var page = WebUtility.HtmlDecode(await _gateway.GetTextAsync("/_consent/policies?lang=en"));

        Assert.Matches(@"1\.01[\s\S]*2023-11-01[\s\S]*In force[\s\S]*1\.00[\s\S]*Archived", page);
        using var missing = await _gateway.GetAsync("/_consent/policies/9");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task The_declaration_and_the_visitors_own_records_have_pages()
    {
        Assert.Contains("Cookies and recipients of data", await _gateway.GetTextAsync("/_consent/declaration?lang=en"), StringComparison.Ordinal);
        Assert.Contains("There are no records of you.", await _gateway.GetTextAsync("/_consent/me?lang=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Support_for_Global_Privacy_Control_is_declared() =>
        Assert.Matches("""^\{"gpc":true,"lastUpdate":"\d{4}-\d\d-\d\d"\}$""", await _gateway.GetTextAsync("/.well-known/gpc.json"));

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task Assets_are_immutable_and_compressed(string accepted, string? encoding)
    {
        var page = await _gateway.GetTextAsync("/");
        var address = page.Split("src=\"").Select(part => part.Split('"')[0]).First(part => part.EndsWith("guard.js", StringComparison.Ordinal));

        using var answer = await _gateway.GetAsync(address, ("Accept-Encoding", accepted));

        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/javascript; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task An_asset_asked_for_by_an_old_address_is_given_and_not_kept()
    {
        using var answer = await _gateway.GetAsync("/_consent/assets/0123456789abcdef/banner.js");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("kind=2&host=mc.yandex.ru&target=%2Fwatch%2F1", """{"tracker":{"purpose":"analytics","tracker":"yandex-metrika"}}""")]
    [InlineData("kind=2&host=nobody-knows.example&target=%2Fa.png", """{"tracker":null}""")]
    [InlineData("kind=2", """{"tracker":null}""")]
    public async Task The_guard_is_told_what_a_request_is(string question, string answer) =>
        Assert.Equal(answer, await _gateway.GetTextAsync("/_consent/listed?" + question));

    [Theory]
    [InlineData("")]
    [InlineData("kind=99&host=a.example&target=/")]
    [InlineData("kind=script&host=a.example&target=/")]
    public async Task A_question_about_no_kind_of_request_is_refused(string question)
    {
        using var answer = await _gateway.GetAsync("/_consent/listed?" + question);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
