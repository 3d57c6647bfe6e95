using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.EveryClinic;

/// <summary>FIELD (b) 18: a visitor who has nothing but keys, at each of the clinics.</summary>
[Collection(nameof(DemoCollection))]
public sealed class KeyboardTests(DemoBrowser browser)
{
    [Theory]
    [MemberData(nameof(FrontPages.InEveryLanguage), MemberType = typeof(FrontPages))]
    public async Task Complaint_18_the_keyboard_alone_chooses_changes_its_mind_and_goes_on(string host, string path, string language)
    {
        await using var visitor = await browser.NewVisitorAsync();
        var page = visitor.Page;
        await visitor.OpenAsync(browser.Demo.AddressOf(host, path));

        // From the first stop on, which is in the banner, to one purpose.
        await page.TabToAsync("#cg-banner *", atMost: 1);
        await page.TabToAsync("#cg-banner [data-cg-do=choose]", atMost: 6);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator($"#cg-dialog[open][lang={language}]").WaitForAsync();
        await page.TabToAsync("#cg-dialog input[value=analytics]");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("#cg-dialog [data-cg-do=save]", atMost: 100);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => cookieConsent.state.purposes.join() == 'analytics'");
        await page.Locator("#cg-dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        // On in the page, and back to the question by the permanent button.
        await page.TabToAsync("body :not(#cg-banner *, #cg-settings *)", atMost: 4);
        await page.TabToAsync("#cg-settings [data-cg-do=settings]", atMost: 200);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#cg-dialog[open]").WaitForAsync();
        await page.TabToAsync("#cg-dialog [data-cg-do=refuse]", atMost: 100);
        await page.LoadAnewAsync(() => page.Keyboard.PressAsync("Enter"));

        await page.WaitForFunctionAsync("() => window.cookieConsent && cookieConsent.state.decided && !cookieConsent.state.purposes.length");
        Assert.False(await visitor.Banner.IsShownAsync());
    }
}
