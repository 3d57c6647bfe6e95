namespace CookieGateway.BrowserTests.Support;

/// <summary>The tests of "no request was made" are worth something only if requests that are made are seen.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class BrowserFixtureTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("https://mc.yandex.ru/metrika/tag.js")]
    [InlineData("http://c.zero.kz/z.js")]
    [InlineData("https://www.googletagmanager.com/gtag/js?id=G-1")]
    public async Task A_foreign_script_is_recorded_with_its_visitor(string address)
    {
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.Page.GotoAsync("http://clinic.example/");

        await visitor.Page.AddScriptTagAsync(new() { Url = address });

        var requested = new Uri(address);
        Assert.Contains(visitor.ForeignRequests, request =>
            request.Host == requested.Host && request.Target == requested.PathAndQuery && request.Kind == "script");
    }
}
