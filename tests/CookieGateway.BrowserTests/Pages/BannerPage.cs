using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Pages;

/// <summary>The banner as a visitor meets it on any page of a clinic, and the permanent button that brings it back.</summary>
public sealed class BannerPage(IPage page)
{
    public ILocator Banner => page.Locator("#cg-banner");

    public ILocator Accept => Banner.Locator("[data-cg-do=accept]");

    public ILocator Refuse => Banner.Locator("[data-cg-do=refuse]");

    public ILocator Choose => Banner.Locator("[data-cg-do=choose]");

    public ILocator Settings => page.Locator("[data-cg-do=settings]");

    public ILocator Withdraw => page.Locator("[data-cg-do=withdraw]");

    public Task<bool> IsShownAsync() => Banner.IsVisibleAsync();

    /// <summary>Grants all purposes; the page stays as it is.</summary>
    public Task AcceptAllAsync() => AnswerAsync(Accept);

    public Task RefuseAllAsync() => AnswerAsync(Refuse);

    /// <summary>One click, on every page: as easy as granting was. The page then loads anew, once.</summary>
    public Task WithdrawAsync() => page.LoadAnewAsync(() => Withdraw.ClickAsync());

    /// <summary>Comes back when the gateway has written the decision down and the page knows of it, not merely when the banner has gone.</summary>
    private async Task AnswerAsync(ILocator button)
    {
        var answer = await page.RunAndWaitForResponseAsync(
            () => button.ClickAsync(),
            response => response.Request.Method == "POST" && response.Url.Contains("/_consent/", StringComparison.Ordinal));
        Assert.True(answer.Status is 200 or 303, $"The gateway answered the decision with {answer.Status}.");
        await Banner.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        // A function, not an expression: some clinics' policies forbid to evaluate those. Where scripts are forbidden there is no API.
        await page.WaitForFunctionAsync("() => !window.cookieConsent || cookieConsent.state.decided");
    }
}
