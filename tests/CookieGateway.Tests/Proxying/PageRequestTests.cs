using System.Net;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Proxying;

public sealed class PageRequestTests
{
    [Fact]
    public async Task A_page_comes_with_the_banner_and_without_the_tracker()
    {
        await using var gateway = await RunningGateway.InFrontOfAsync(RunningGateway.Page(
            "<!doctype html><html lang=ru><head><title>t</title><script src=\"https://mc.yandex.ru/metrika/tag.js\"></script></head><body><p>hello</p></body></html>"));

        using var response = await gateway.GetAsync("/", ("Accept", "text/html"));
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("<p>hello</p>", page, StringComparison.Ordinal);
        Assert.Contains("cg-banner", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=\"https://mc.yandex.ru", page, StringComparison.Ordinal);
    }
}
