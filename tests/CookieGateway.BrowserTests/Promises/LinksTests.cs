using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Promises;

/// <summary>Menus and links are no trackers, wherever they lead: what a visitor clicks, opens.</summary>
[Collection(nameof(DemoCollection))]
public sealed class LinksTests(DemoBrowser browser)
{
    public static TheoryData<string, string, Answer> MapLinks
    {
        get
        {
            var links = new TheoryData<string, string, Answer>();
            foreach (var (host, path) in ((string, string)[])
                [
                    ("kristall-dent.localhost", "/contacts"),
                    ("onlinehealth.localhost", "/contacts"),
                    ("healthcity.localhost", "/kk/contacts"),
                    ("imttherapy.localhost", "/contacts"),
                    ("clickservice.localhost", "/delivery"),
                ])
            {
                links.Add(host, path, Answer.None);
                links.Add(host, path, Answer.Refused);
                links.Add(host, path, Answer.Accepted);
            }

            return links;
        }
    }

    [Theory]
    [MemberData(nameof(MapLinks))]
    public async Task A_link_to_a_map_opens_the_map(string host, string path, Answer answer)
    {
        await using var visitor = await browser.VisitorWhoAsync(answer, host, path);
        var link = visitor.Page.Locator(".map-link");
        var target = new Uri((await link.GetAttributeAsync("href"))!);

        var map = await visitor.Context.RunAndWaitForPageAsync(() => link.ClickAsync());
        await map.WaitForLoadStateAsync();

        Assert.Equal(target.AbsoluteUri, map.Url);
    }

    [Theory]
    [InlineData(Answer.None)]
    [InlineData(Answer.Refused)]
    [InlineData(Answer.Accepted)]
    public async Task A_menu_unfolds_and_leads_on(Answer answer)
    {
        await using var visitor = await browser.VisitorWhoAsync(answer, "clickservice.localhost");

        await visitor.Page.Locator(".menu summary").ClickAsync();
        await visitor.Page.Locator(".menu nav a[href='/product/inhaler']").ClickAsync();

        await visitor.Page.WaitForURLAsync("**/product/inhaler");
    }

    [Fact]
    public async Task The_menu_of_a_narrow_screen_unfolds_beside_the_banner()
    {
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { Width = 360, Height = 800 });
        await visitor.OpenAsync(browser.Demo.AddressOf("kristall-dent.localhost"));

        await visitor.Page.Locator(".burger").ClickAsync();
        await visitor.Page.Locator("#menu a[href='/doctors']").ClickAsync();

        await visitor.Page.WaitForURLAsync("**/doctors");
    }
}
