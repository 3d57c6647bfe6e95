using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.EveryClinic;

/// <summary>FIELD (b) 18 on the clinics' own pages: with the banner in them, the preferences over them and the placeholders between their text.</summary>
[Collection(nameof(DemoCollection))]
public sealed class AccessibilityTests(DemoBrowser browser)
{
    public static TheoryData<string, string, string> Pages
    {
        get
        {
            var pages = FrontPages.InEveryLanguage;
            pages.Add("kristall-dent.localhost", "/contacts", "ru");
            pages.Add("healthcity.localhost", "/kk/contacts", "kk");
            return pages;
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Complaint_18_neither_layer_has_a_violation_on_the_clinics_page(string host, string path, string language)
    {
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });

        await visitor.OpenAsync(browser.Demo.AddressOf(host, path));
        Assert.Equal(language, await visitor.Banner.Banner.GetAttributeAsync("lang"));
        await visitor.Page.ShouldHaveNoViolationsAsync("The page with the banner");
        await visitor.Banner.Choose.ClickAsync();
        await visitor.Page.Locator("#cg-dialog[open]").WaitForAsync();
        await visitor.Page.EvaluateAsync("document.querySelectorAll('#cg-dialog details').forEach((details) => { details.open = true })");
        await visitor.Page.ShouldHaveNoViolationsAsync("The preferences in place");
        await visitor.Page.Locator("#cg-dialog [data-cg-do=refuse]").ClickAsync();
        await visitor.Page.Locator("#cg-dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await visitor.Page.ShouldHaveNoViolationsAsync("The page after a refusal");
    }

    [Theory]
    [MemberData(nameof(ClinicPages.Clinics), MemberType = typeof(ClinicPages))]
    public async Task Complaint_18_every_clinics_preferences_have_no_violation_in_any_language(string clinic)
    {
        var (host, _) = ClinicPages.Of(clinic)[0];

        // High enough for all of a page: what the choices cover for a moment, at the window's lower edge, is scrolled out from under them.
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { Height = 4000 });
        foreach (var language in (string[])["ru", "kk", "en"])
        {
            await visitor.OpenAsync(browser.Demo.AddressOf(host, $"/_consent/?lang={language}"));
            Assert.Equal(language, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
            await visitor.Page.EvaluateAsync("document.querySelectorAll('details').forEach((details) => { details.open = true })");
            await visitor.Page.ShouldHaveNoViolationsAsync($"In \"{language}\"");
        }
    }
}
