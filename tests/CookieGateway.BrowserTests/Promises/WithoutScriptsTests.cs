using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Promises;

/// <summary>The banner is a form. It can be answered both ways, and the answer taken back, by a browser that runs no scripts.</summary>
[Collection(nameof(DemoCollection))]
public sealed class WithoutScriptsTests(DemoBrowser browser)
{
    [Theory]
    [MemberData(nameof(ClinicPages.Clinics), MemberType = typeof(ClinicPages))]
    public async Task Refusing_leads_back_to_the_page_without_the_banner(string clinic)
    {
        await using var visitor = await ArriveAsync(clinic);
        var page = visitor.Page.Url;

        await visitor.Page.LoadAnewAsync(() => visitor.Banner.Refuse.ClickAsync());
        await visitor.RestAsync();

        Assert.Equal(page, visitor.Page.Url);
        Assert.False(await visitor.Banner.IsShownAsync());
        Assert.Empty(visitor.ForeignRequests);
    }

    [Theory]
    [MemberData(nameof(ClinicPages.Clinics), MemberType = typeof(ClinicPages))]
    public async Task Accepting_leads_back_to_the_page_with_its_pixels_and_withdrawing_removes_them(string clinic)
    {
        await using var visitor = await ArriveAsync(clinic);
        var page = visitor.Page.Url;

        await visitor.Page.LoadAnewAsync(() => visitor.Banner.Accept.ClickAsync());
        await visitor.RestAsync();
        Assert.Equal(page, visitor.Page.Url);
        Assert.False(await visitor.Banner.IsShownAsync());
        Assert.NotEmpty(visitor.ForeignRequests);

        await visitor.Banner.WithdrawAsync();
        await visitor.RestAsync();
        var before = visitor.ForeignRequests.Count;
        await visitor.OpenAsync(new Uri(page));
        Assert.Equal(before, visitor.ForeignRequests.Count);
    }

    [Fact]
    public async Task One_purpose_alone_can_be_granted_in_the_preferences()
    {
        await using var visitor = await ArriveAsync("onlinehealth");

        await visitor.Page.LoadAnewAsync(() => visitor.Banner.Choose.ClickAsync());
        await visitor.Page.Locator("input[name=grant][value=analytics]").CheckAsync();
        await visitor.Page.LoadAnewAsync(() => visitor.Page.Locator("[data-cg-do=save]").ClickAsync());
        await visitor.OpenAsync(browser.Demo.AddressOf("onlinehealth.localhost"));

        Assert.Contains(visitor.ForeignRequests, request => request.Host == "mc.yandex.ru");
        Assert.DoesNotContain(visitor.ForeignRequests, request => request.Host == "www.facebook.com");
    }

    private async Task<Visitor> ArriveAsync(string clinic)
    {
        var visitor = await browser.NewVisitorAsync(new VisitorTraits { JavaScript = false });
        await visitor.OpenAsync(browser.Demo.AddressOf($"{clinic}.localhost"));
        return visitor;
    }
}
