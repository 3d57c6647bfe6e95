using System.Net;
using System.Text.Json.Nodes;
using CookieGateway.Statistics;
using CookieGateway.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CookieGateway.Tests.Banner;

/// <summary>Two banners of one site beside each other: who sees which, what is stored for it (nothing), and what the numbers say.</summary>
public sealed class VariantTests : IAsyncLifetime
{
    private const string Calm = "Можно ли нам считать посещения?";

    private RunningGateway _gateway = null!;
    private RedisServer _redis = null!;

    public async Task InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _gateway = await RunningGateway.InFrontOfAsync(RunningGateway.Page("<html lang=ru><body>page"), configuration =>
        {
            configuration["Gateway"]!["Redis"] = _redis.ConnectionString;
            configuration["Gateway"]!["TrustedProxies"] = new JsonArray("127.0.0.1");
            configuration.Site()["Banner"] = new JsonObject
            {
                ["Variants"] = new JsonObject
                {
                    ["calm"] = new JsonObject
                    {
                        ["Position"] = "corner",
                        ["Texts"] = new JsonObject { ["ru"] = new JsonObject { ["banner.title"] = Calm } },
                    },
                },
            };
        });
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task About_half_of_the_visitors_see_each_and_nobody_is_given_a_cookie_for_it()
    {
        var seen = new List<string>();
        for (var visitor = 0; visitor < 200; visitor++)
        {
            using var answer = await _gateway.GetAsync("/", From(visitor));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            seen.Add(VariantOf(await answer.Content.ReadAsStringAsync()));
        }

        // Two hundred coins: outside of this lies one run in a million.
        Assert.InRange(seen.Count(variant => variant == "calm"), 65, 135);
    }

    [Fact]
    public async Task A_visitor_sees_the_same_banner_on_every_page_of_a_day()
    {
        foreach (var visitor in Enumerable.Range(0, 10))
        {
            var first = VariantOf(await _gateway.GetTextAsync("/", From(visitor)));

            Assert.Equal(first, VariantOf(await _gateway.GetTextAsync("/prices", From(visitor))));
        }
    }

    [Fact]
    public async Task The_page_of_one_variant_is_no_answer_to_who_has_the_other()
    {
        using var one = await _gateway.GetAsync("/", From(await VisitorWhoAsync("base")), ("Sec-Fetch-Dest", "document"));
        using var other = await _gateway.GetAsync("/", From(await VisitorWhoAsync("calm")), ("Sec-Fetch-Dest", "document"));

        Assert.NotEqual(await one.Content.ReadAsStringAsync(), await other.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("base")]
    [InlineData("calm")]
    public async Task An_answer_counts_for_the_banner_that_was_shown(string variant)
    {
        var visitor = await VisitorWhoAsync(variant);
        var notice = (await _gateway.GetTextAsync("/", From(visitor))).Split("name=\"notice\" value=\"")[1].Split('"')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{RunningGateway.Host}/_consent/decision")
        {
            Content = new FormUrlEncodedContent([new("grant", "none"), new("lang", "ru"), new("notice", notice)]),
        };

        // From elsewhere, as when the telephone has changed to another network in between.
        request.Headers.Add("X-Forwarded-For", "198.51.100.7");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await _gateway.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var today = _gateway.Services.GetRequiredService<CalendarDays>().Today;
        var rates = await _gateway.Services.GetRequiredService<RatesQuery>()
            .AskAsync([RunningGateway.SiteId], Period.LastDays(1, today), CancellationToken.None);
        Assert.Equal([(variant, 1L)], rates[0].ByVariant.Where(entry => entry.Answers.Answered > 0).Select(entry => (entry.Variant, entry.Answers.RefusedAll)));
    }

    private static string VariantOf(string page) =>
        page.Contains("data-cg-position=\"corner\"", StringComparison.Ordinal) ? "calm" : "base";

    private static (string, string) From(int visitor) => ("X-Forwarded-For", $"203.0.113.{visitor}");

    private async Task<int> VisitorWhoAsync(string variant)
    {
        for (var visitor = 0; ; visitor++)
        {
            if (VariantOf(await _gateway.GetTextAsync("/", From(visitor))) == variant)
            {
                return visitor;
            }
        }
    }
}
