using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.EveryClinic;

/// <summary>FIELD (b) 13 at the clinics, in a browser that keeps pages: what comes back from its memory follows the answer given meanwhile.</summary>
[Collection(nameof(DemoCollection))]
public sealed class BackForwardTests(DemoBrowser demo) : IAsyncLifetime
{
    private readonly BrowserFixture _browser = new(keepsPages: true);

    public Task InitializeAsync() => _browser.InitializeAsync();

    public Task DisposeAsync() => _browser.DisposeAsync();

    [Theory]
    [MemberData(nameof(FrontPages.WithASecond), MemberType = typeof(FrontPages))]
    public async Task Complaint_13_a_page_from_the_browsers_memory_follows_a_grant_at_every_clinic(string host, string second)
    {
        await using var visitor = await _browser.NewVisitorAsync();
        await visitor.Page.AddInitScriptAsync("addEventListener('pageshow', ({ persisted }) => { window.fromMemory = persisted })");
        await visitor.OpenAsync(demo.Demo.AddressOf(host));
        await visitor.OpenAsync(demo.Demo.AddressOf(host, second));
        await visitor.Banner.AcceptAllAsync();
        await visitor.RestAsync();
        var before = visitor.ForeignRequests.Count;

        await visitor.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await visitor.Page.WaitForFunctionAsync("() => location.pathname == '/' && window.fromMemory");
        await visitor.Page.WaitForFunctionAsync("() => cookieConsent.state.purposes.length == 3 && !document.querySelector('script[data-cg-purpose]')");

        Assert.False(await visitor.Banner.IsShownAsync());
        await Eventually.IsTrueAsync(() => visitor.ForeignRequests.Count > before, () => $"Nothing was released on {visitor.Page.Url}.");
    }
}
