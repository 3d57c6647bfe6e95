using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>
/// Pages that come back whole from the browser's memory, as they do for every visitor with a back button: what was answered meanwhile holds
/// there too, and no page is kept out of that memory for it. FIELD (b) 13.
/// </summary>
public sealed class BackForwardTests : IAsyncLifetime
{
    private const string Page = """
        <!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Клиника</title>
        <script>addEventListener('pageshow', ({ persisted }) => { window.fromMemory = persisted })</script></head><body><main><h1>Клиника</h1></main>
        <script src="https://mc.yandex.ru/metrika/tag.js"></script></body></html>
        """;

    private readonly BrowserFixture _browser = new(keepsPages: true);
    private RealSite _site = null!;

    public async Task InitializeAsync()
    {
        await _browser.InitializeAsync();
        _site = await RealSite.StartAsync(Page);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _browser.DisposeAsync();
    }

    [Fact]
    public async Task Complaint_13_a_page_from_the_browsers_memory_follows_a_grant_and_releases_in_place()
    {
        await using var visitor = await OnSecondPageAsync();
        await visitor.Banner.AcceptAllAsync();
        await visitor.Page.WaitForFunctionAsync(FakeTrackers.MetrikaRuns);

        await BackIntoMemoryAsync(visitor);
        await visitor.Page.WaitForFunctionAsync(FakeTrackers.MetrikaRuns);

        Assert.False(await visitor.Banner.IsShownAsync());
        Assert.Equal(2, visitor.ForeignRequests.Count(request => request.Path == "/metrika/tag.js"));
    }

    [Fact]
    public async Task Complaint_13_a_page_from_the_browsers_memory_follows_a_refusal_and_asks_for_nothing()
    {
        await using var visitor = await OnSecondPageAsync();
        await visitor.Banner.RefuseAllAsync();

        await BackIntoMemoryAsync(visitor);
        await visitor.Page.WaitForFunctionAsync("cookieConsent.state.decided");
        await visitor.RestAsync();

        Assert.False(await visitor.Banner.IsShownAsync());
        Assert.Empty(visitor.ForeignRequests);
    }

    [Fact]
    public async Task A_page_from_the_browsers_memory_that_ran_trackers_is_loaded_anew_after_a_withdrawal()
    {
        await using var visitor = await _browser.NewVisitorAsync();
        await visitor.OpenAsync(_site.AddressOf("/first"));
        await visitor.Banner.AcceptAllAsync();
        await visitor.Page.WaitForFunctionAsync(FakeTrackers.MetrikaRuns);
        await visitor.RestAsync();
        await visitor.OpenAsync(_site.AddressOf("/second"));
        await visitor.Banner.WithdrawAsync();
        await visitor.RestAsync();
        var before = visitor.ForeignRequests.Count;

        await visitor.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await visitor.Page.WaitForFunctionAsync("window.fromMemory === false && window.cookieConsent && !cookieConsent.state.purposes.length");
        await visitor.RestAsync();

        Assert.Equal(before, visitor.ForeignRequests.Count);
        Assert.Equal("", await visitor.Page.Locator("#cg-guard").GetAttributeAsync("data-cg-grants"));
        Assert.False(await visitor.Banner.IsShownAsync());
    }

    [Fact]
    public async Task Going_back_without_an_answer_finds_the_question_where_it_was()
    {
        await using var visitor = await OnSecondPageAsync();

        await BackIntoMemoryAsync(visitor);
        await visitor.RestAsync();

        Assert.True(await visitor.Banner.IsShownAsync());
        Assert.Empty(visitor.ForeignRequests);
    }

    [Fact]
    public async Task A_page_from_the_browsers_memory_still_follows_other_tabs()
    {
        await using var visitor = await OnSecondPageAsync();
        await BackIntoMemoryAsync(visitor);
        var other = await visitor.Context.NewPageAsync();
        await other.GotoAsync(_site.AddressOf("/other").AbsoluteUri);

        await new Pages.BannerPage(other).AcceptAllAsync();
        await visitor.Page.WaitForFunctionAsync(FakeTrackers.MetrikaRuns);

        Assert.False(await visitor.Banner.IsShownAsync());
    }

    private async Task<Visitor> OnSecondPageAsync()
    {
        var visitor = await _browser.NewVisitorAsync();
        var first = await visitor.Page.GotoAsync(_site.AddressOf("/first").AbsoluteUri);
        Assert.DoesNotContain("no-store", await first!.HeaderValueAsync("cache-control"), StringComparison.Ordinal);
        await visitor.OpenAsync(_site.AddressOf("/second"));
        return visitor;
    }

    private static async Task BackIntoMemoryAsync(Visitor visitor)
    {
        await visitor.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        // A page that the browser has loaded anew would never say so.
        await visitor.Page.WaitForFunctionAsync("location.pathname == '/first' && window.fromMemory");
    }
}
