using CookieGateway.Demo;

namespace CookieGateway.BrowserTests.Pages;

/// <summary>The dashboard as a member meets it.</summary>
public sealed class DashboardPage(IPage page)
{
    /// <summary>The table's last line: visits, accepted all, chose, refused all, did not answer.</summary>
    private ILocator Totals => page.Locator("table.numbers tfoot tr").First.Locator("td");

    internal Task SignInAsync(DemoHost demo)
    {
        Assert.NotNull(demo.Member);
        return SignInAsync(demo, demo.Member.Name, demo.Member.Password);
    }

    internal async Task SignInAsync(DemoHost demo, string name, string password)
    {
        await page.GotoAsync(new Uri(demo.Gateway.DashboardAddress, "/sign-in").AbsoluteUri);
        await page.Locator("input[name=name]").FillAsync(name);
        await page.Locator("input[name=password]").FillAsync(password);
        await page.Locator("main form button.main").ClickAsync();
        await page.WaitForURLAsync(address => new Uri(address).AbsolutePath == "/");
    }

    /// <summary>Changes the language by the button that every page has.</summary>
    public async Task SpeakAsync(string language)
    {
        await page.Locator($"form.languages button[value={language}]").ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
    }

    internal async Task OpenSiteAsync(DemoHost demo, string site) =>
        await page.GotoAsync(new Uri(demo.Gateway.DashboardAddress, "/?site=" + site).AbsoluteUri);

    /// <summary>The counts alone, without their percentages.</summary>
    public async Task<IReadOnlyList<int>> TotalsAsync() =>
        [.. (await Totals.EvaluateAllAsync<string[]>("cells => cells.map(cell => cell.firstChild.textContent.trim())"))
            .Select(int.Parse)];
}
