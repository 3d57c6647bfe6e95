using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>Every choice by keys alone, from the first Tab to where the keys go on afterwards (FIELD (b) 18).</summary>
[Collection(nameof(BrowserCollection))]
public sealed class KeyboardTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("refuse", "\"none\"")]
    [InlineData("accept", "\"all\"")]
    public async Task Complaint_18_the_keyboard_alone_answers_and_goes_on_in_the_page(string act, string grant)
    {
        await using var site = await SmallSite.StartAsync();
        site.Body = "<a href=\"#x\">Первая ссылка</a>";
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        await visitor.Page.TabToAsync($"#cg-banner [data-cg-do={act}]");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Eventually.IsTrueAsync(() => site.Decisions.Count > 0, () => "Nothing was sent.");
        await visitor.Banner.Banner.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        // Not back to the top of the window, and not into what is hidden now.
        await visitor.Page.TabToAsync("main a", atMost: 3);
        Assert.Contains($"\"grant\":{grant}", Assert.Single(site.Decisions), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complaint_18_the_keyboard_alone_ticks_and_saves_in_the_preferences()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        await visitor.Page.TabToAsync("#cg-banner [data-cg-do=choose]");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Locator("#cg-dialog[open]").WaitForAsync();
        await visitor.Page.TabToAsync("#cg-dialog input[value=analytics]");
        await visitor.Page.Keyboard.PressAsync("Space");
        await visitor.Page.TabToAsync("#cg-dialog [data-cg-do=save]");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Eventually.IsTrueAsync(() => site.Decisions.Count > 0, () => "Nothing was sent.");

        Assert.Contains("\"grant\":[\"analytics\"]", Assert.Single(site.Decisions), StringComparison.Ordinal);

        // The server has the decision before the browser has its answer.
        await visitor.Page.Locator("#cg-dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [Fact]
    public async Task Complaint_18_Escape_brings_the_focus_back_to_the_button_that_opened_the_preferences()
    {
        await using var site = await SmallSite.StartAsync();
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);
        await visitor.Banner.RefuseAllAsync();

        await visitor.Page.TabToAsync("#cg-settings [data-cg-do=settings]");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Locator("#cg-dialog[open]").WaitForAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Page.Locator("#cg-dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        Assert.True(await visitor.Page.EvaluateAsync<bool>("document.activeElement.matches('#cg-settings [data-cg-do=settings]')"));
        Assert.Single(site.Decisions);
    }

    [Fact]
    public async Task Complaint_18_Escape_leaves_the_banner_and_the_keys_go_on_in_the_page_where_they_were()
    {
        await using var site = await SmallSite.StartAsync();
        site.Body = "<a href=\"#x\">Первая ссылка</a> <a href=\"#y\">Вторая ссылка</a>";
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        await visitor.Page.TabToAsync("#cg-banner [data-cg-do=refuse]");
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Banner.Banner.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        // The permanent button stands where the banner was, and the page behind it.
        await visitor.Page.TabToAsync("main a", atMost: 3);
        Assert.Equal("Первая ссылка", await visitor.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.Empty(site.Decisions);
        await visitor.OpenAsync(site.Address);
        Assert.True(await visitor.Banner.IsShownAsync());
    }
}
