using CookieGateway.BrowserTests.Pages;
using CookieGateway.BrowserTests.Support;
using CookieGateway.Dashboard.Members;
using CookieGateway.Demo;
using CookieGateway.Redis;
using CookieGateway.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CookieGateway.BrowserTests.Dashboard;

/// <summary>The dashboard in a browser, over what visitors have just done.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class DashboardTests(BrowserFixture browser)
{
    private const string Site = "kristall-dent";
    private const int Visitors = 12;

    private static readonly string[] s_languages = ["ru", "kk", "en"];

    [Fact]
    public async Task A_marketer_reads_the_rates_as_sentence_chart_table_and_file_and_sees_no_address()
    {
        using var data = new TemporaryDirectory();
        await using var demo = await Demos.StartAsync(data.Path);
        var address = await VisitAsync(demo);
        var membership = new Membership(new MemberStore(demo.Gateway.Services.GetRequiredService<RedisConnection>()), TimeProvider.System);
        var password = await membership.AddAsync("marketer", MemberRole.Marketer, [Site], CancellationToken.None);
        await using var member = await browser.NewVisitorAsync();
        var dashboard = new DashboardPage(member.Page);
        await dashboard.SignInAsync(demo, "marketer", password!);

        // One accepted, the others refused.
        Assert.Matches(@"8\s% случаев приняли всё, в\s92\s% отказались", await member.Page.Locator("p.answer").InnerTextAsync());
        Assert.Equal([Visitors, 1, 0, Visitors - 1, 0], await dashboard.TotalsAsync());
        Assert.True(await member.Page.Locator("svg[role=img]").First.IsVisibleAsync());
        var file = await member.Page.RunAndWaitForDownloadAsync(() => member.Page.Locator("a[download]").First.ClickAsync());
        var rows = await File.ReadAllLinesAsync(await file.PathAsync());
        Assert.StartsWith("Сайт,День,", rows[0], StringComparison.Ordinal);
        Assert.Equal(31, rows.Length);
        Assert.Contains($",{Visitors},1,0,{Visitors - 1},0,0", rows[^1], StringComparison.Ordinal);
        await SeesNoAddressAsync(member.Page, address, string.Join('\n', rows));
    }

    [Fact]
    public async Task No_page_of_the_dashboard_has_a_violation_in_any_language()
    {
        using var data = new TemporaryDirectory();
        await using var demo = await Demos.StartAsync(data.Path);
        await VisitAsync(demo);
        var records = await demo.RecordsAsync(Site, Visitors);
        await using var member = await browser.NewVisitorAsync();
        var dashboard = new DashboardPage(member.Page);
        string[] paths =
        [
            "/", $"/?site={Site}&days=90", "/inventory", $"/records?site={Site}", $"/records/{Site}/{records[0].Id}", "/sites", "/members", "/account", "/nothing-here",
        ];

        await member.Page.GotoAsync(new Uri(demo.Gateway.DashboardAddress, "/sign-in").AbsoluteUri);
        await member.Page.ShouldHaveNoViolationsAsync("The door");
        await dashboard.SignInAsync(demo);
        foreach (var language in s_languages)
        {
            await dashboard.SpeakAsync(language);
            foreach (var path in paths)
            {
                await member.Page.GotoAsync(new Uri(demo.Gateway.DashboardAddress, path).AbsoluteUri);
                await member.Page.EvaluateAsync("document.querySelectorAll('details').forEach((details) => { details.open = true })");
                await member.Page.ShouldHaveNoViolationsAsync($"In \"{language}\"");
            }
        }

        // The night's colours are the same in every language.
        await member.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        foreach (var path in paths)
        {
            await member.Page.GotoAsync(new Uri(demo.Gateway.DashboardAddress, path).AbsoluteUri);
            await member.Page.EvaluateAsync("document.querySelectorAll('details').forEach((details) => { details.open = true })");
            await member.Page.ShouldHaveNoViolationsAsync("By night");
        }
    }

    /// <summary>Some visits with their answers; returns the address that one of the visitors came from.</summary>
    private async Task<string> VisitAsync(DemoHost demo)
    {
        var address = "";
        for (var number = 0; number < Visitors; number++)
        {
            await using var visitor = await browser.NewVisitorAsync();
            await visitor.OpenAsync(demo.AddressOf("kristall-dent.localhost"));
            await (number == 0 ? visitor.Banner.AcceptAllAsync() : visitor.Banner.RefuseAllAsync());
            address = visitor.Address;
        }

        await demo.RecordsAsync(Site, Visitors);
        return address;
    }

    private static async Task SeesNoAddressAsync(IPage page, string address, string file)
    {
        Assert.DoesNotContain(address, file, StringComparison.Ordinal);
        var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"/\"]:not([download])')].map((link) => link.href)");
        Assert.NotEmpty(links);
        foreach (var link in links.Distinct())
        {
            await page.GotoAsync(link);
            Assert.DoesNotContain(address, await page.ContentAsync(), StringComparison.Ordinal);
        }
    }
}
