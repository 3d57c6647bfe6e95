using System.Net;
using System.Text.Json.Nodes;
using CookieGateway.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CookieGateway.Tests.Hosting;

public sealed class LiveConfigurationTests
{
    [Fact]
    public async Task A_request_that_is_under_way_ends_as_it_began_and_the_next_goes_to_the_new_origin()
    {
        var arrived = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var gateway = await RunningGateway.InFrontOfAsync(async http =>
        {
            http.Response.ContentType = "text/html";
            if (arrived.Task.IsCompleted)
            {
                await http.Response.WriteAsync("the first");
                return;
            }

            await http.Response.WriteAsync("<html><body><p>begun");
            await http.Response.Body.FlushAsync();
            arrived.SetResult();
            await go.Task;
            await http.Response.WriteAsync(" and ended");
        });
        await using var second = await TestOrigin.StartAsync(RunningGateway.Page("the second"));
        var underWay = gateway.GetTextAsync("/");
        await Eventually.EndsAsync(arrived.Task);

        await gateway.ReconfigureAsync(all => all.Site()["Origins"] = new JsonArray(second.Address.ToString()));
        while (!(await gateway.GetTextAsync("/")).Contains("the second", StringComparison.Ordinal))
        {
            // YARP takes the new origin over a moment after the sites are in place.
        }

        go.SetResult();

        Assert.Contains("begun and ended", await underWay, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_change_is_said_and_not_used()
    {
        using var log = new LogLines();
        await using var gateway = await RunningGateway.InFrontOfAsync(
            RunningGateway.Page("<p>still here"), adjust: builder => builder.Logging.AddProvider(log));

        gateway.WriteConfiguration("""{ "Sites": { "clinic": { "Hosts": ["other.test"] } } }""");
        await Eventually.IsTrueAsync(
            () => log.ToString().Contains("The changed configuration is not used", StringComparison.Ordinal), "nothing was said of the faulty change");
        gateway.WriteConfiguration("{ \"Sites\": ");
        await Eventually.IsTrueAsync(
            () => log.ToString().Contains("which is not readable as JSON", StringComparison.Ordinal), "nothing was said of the broken file");

        Assert.Contains("  - Sites:clinic:Origins is empty.", log.ToString(), StringComparison.Ordinal);
        Assert.Contains("still here", await gateway.GetTextAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_is_added_is_served_and_one_that_is_removed_is_not()
    {
        await using var gateway = await RunningGateway.InFrontOfAsync(RunningGateway.Page("<p>page"));

        await gateway.ReconfigureAsync(all => all["Sites"] = new JsonObject
        {
            ["new"] = new JsonObject { ["Hosts"] = new JsonArray("new.test"), ["Origins"] = new JsonArray(gateway.Origin.Address.ToString()) },
        });
        HttpStatusCode added;
        do
        {
            using var response = await gateway.Client.GetAsync("http://new.test/");
            added = response.StatusCode;
        }
        while (added == HttpStatusCode.ServiceUnavailable);
        using var removed = await gateway.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, added);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, removed.StatusCode);
    }

    [Fact]
    public async Task A_route_written_for_YARP_is_served_as_the_site_that_it_names()
    {
        await using var gateway = await RunningGateway.InFrontOfAsync(
            RunningGateway.Page("<html><body><script src=\"https://mc.yandex.ru/metrika/tag.js\"></script>"),
            all =>
            {
                var origin = all.Site()["Origins"]![0]!.ToString();
                all.Site().Remove("Origins");
                all["ReverseProxy"] = JsonNode.Parse($$"""
                    {
                      "Routes": { "own": { "ClusterId": "own", "Match": { "Path": "/{**any}" }, "Metadata": { "Site": "clinic" } } },
                      "Clusters": { "own": { "Destinations": { "a": { "Address": "{{origin}}" } } } }
                    }
                    """);
            });

        var page = await gateway.GetTextAsync("/");

        Assert.DoesNotContain(" src=\"https://mc.yandex.ru", page, StringComparison.Ordinal);
        Assert.Equal("clinic.test", gateway.Origin.LastRequest["Host"]);
    }
}
