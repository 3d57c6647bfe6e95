using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Complaints;

/// <summary>"Embeds: a blank hole, no placeholder, decline ignored, once against always" (FIELD (b) 9), through the whole gateway.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class PlaceholderTests(BrowserFixture browser)
{
    public static TheoryData<string, string> Embeds => new()
    {
        { "a map of 2GIS", "<iframe src=\"https://widgets.2gis.com/widget?type=firmsonmap\" width=\"560\" height=\"400\" title=\"Карта\"></iframe>" },
        { "a map of Yandex", "<iframe src=\"https://yandex.ru/map-widget/v1/?um=constructor\" width=\"560\" height=\"400\" title=\"Карта\"></iframe>" },
        { "a map of Google", "<iframe src=\"https://www.google.com/maps/embed?pb=1\" width=\"560\" height=\"400\" title=\"Карта\"></iframe>" },
        { "a video of YouTube", "<iframe src=\"https://www.youtube.com/embed/abc\" width=\"560\" height=\"400\" title=\"Видео\" allowfullscreen></iframe>" },
        { "a widget of VK", "<iframe src=\"https://vk.com/video_ext.php?oid=1&amp;id=2\" width=\"560\" height=\"400\" title=\"Видео\"></iframe>" },
        { "a feed of Instagram", "<iframe src=\"https://www.instagram.com/p/abc/embed\" width=\"560\" height=\"400\" title=\"Лента\"></iframe>" },
        { "a booking form", "<iframe src=\"https://n12345.yclients.com/company/1/personal/menu\" width=\"560\" height=\"400\" title=\"Запись\"></iframe>" },
    };

    [Theory, MemberData(nameof(Embeds))]
    public async Task Complaint_9_what_is_held_leaves_a_box_of_its_size_that_shows_it_once_or_always(string what, string embed)
    {
        await using var site = await WrittenSite.StartAsync();
        site.With("/", embed);
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.AddressOf());
        await visitor.Banner.RefuseAllAsync();
        var placeholder = visitor.Page.Locator("[data-cg-placeholder]");
        var frame = visitor.Page.Locator("main iframe");

        var box = await placeholder.BoundingBoxAsync();
        Assert.NotNull(box);
        Assert.True(Math.Abs(box.Width - 560) <= 2 && Math.Abs(box.Height - 400) <= 2, $"The box for {what} is {box.Width} by {box.Height}.");
        Assert.Empty(visitor.ForeignRequests);

        await placeholder.Locator("[data-cg-do=once]").ClickAsync();
        await visitor.ShouldRequestAsync(request => request.Kind == "iframe", $"{what}, once,");
        await Assertions.Expect(frame).ToBeVisibleAsync();

        // Once is once.
        await visitor.OpenAsync(site.AddressOf());
        await Assertions.Expect(placeholder.Locator("[data-cg-do=always]")).ToBeVisibleAsync();
        var before = visitor.ForeignRequests.Count;
        await visitor.Page.RunAndWaitForResponseAsync(
            () => placeholder.Locator("[data-cg-do=always]").ClickAsync(), response => response.Url.EndsWith("/_consent/decision", StringComparison.Ordinal));
        await visitor.OpenAsync(site.AddressOf());
        await Eventually.IsTrueAsync(() => visitor.ForeignRequests.Skip(before).Any(request => request.Kind == "iframe"), () => $"{what} was not remembered.");

        await visitor.Banner.WithdrawAsync();
        await visitor.RestAsync();
        await Assertions.Expect(placeholder.Locator("[data-cg-do=once]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Complaint_9_without_scripts_always_works_by_a_form_and_once_opens_the_embed_by_itself()
    {
        await using var site = await WrittenSite.StartAsync();
        site.With("/video", "<iframe src=\"https://www.youtube.com/embed/abc\" width=\"560\" height=\"315\" title=\"Видео\"></iframe>");
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { JavaScript = false });
        await visitor.OpenAsync(site.AddressOf("/video"));
        var once = visitor.Page.Locator("[data-cg-placeholder] [data-cg-do=once]");

        Assert.Equal("Открыть в новой вкладке", await once.InnerTextAsync());
        Assert.Equal("https://www.youtube.com/embed/abc", await once.GetAttributeAsync("href"));
        await visitor.Page.LoadAnewAsync(() => visitor.Page.Locator("[data-cg-placeholder] [data-cg-do=always]").ClickAsync());
        Assert.Equal("/video", new Uri(visitor.Page.Url).AbsolutePath);
        await visitor.ShouldRequestAsync(request => request.Path == "/embed/abc", "The video, always,");

        await visitor.Banner.WithdrawAsync();
        Assert.Equal(1, await once.CountAsync());
    }
}
