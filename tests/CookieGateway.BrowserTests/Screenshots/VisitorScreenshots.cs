using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Screenshots;

/// <summary>Pictures of what a visitor sees, in three languages, on a wide and on a narrow screen.</summary>
[Collection(nameof(DemoCollection))]
public sealed class VisitorScreenshots(DemoBrowser browser)
{
    private const int Wide = 1280;
    private const int Narrow = 380;

    [Theory]
    [InlineData("kristall-dent.localhost", "/", "ru", Wide)]
    [InlineData("kristall-dent.localhost", "/", "ru", Narrow)]
    [InlineData("healthcity.localhost", "/kk", "kk", Wide)]
    [InlineData("healthcity.localhost", "/kk", "kk", Narrow)]
    [InlineData("healthcity.localhost", "/en", "en", Wide)]
    [InlineData("healthcity.localhost", "/en", "en", Narrow)]
    [InlineData("onlinehealth.localhost", "/", "ru-onlinehealth", Wide)]
    [InlineData("imttherapy.localhost", "/", "ru-imttherapy", Wide)]
    [InlineData("clickservice.localhost", "/", "ru-clickservice", Wide)]
    public async Task The_banner_is_in_the_pages_language_and_within_the_screen(string host, string path, string name, int width)
    {
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { Width = width });

        await visitor.OpenAsync(browser.Demo.AddressOf(host, path));

        var shot = $"banner-{name}-{Word(width)}";
        await Shots.TakeAsync(visitor.Page, shot);
        if (shot == "banner-ru-wide")
        {
            Shots.ShowInReadme(shot, "banner");
        }

        Assert.Equal(name[..2], await visitor.Banner.Banner.GetAttributeAsync("lang"));
        await ShouldNotScrollSidewaysAsync(visitor);
    }

    [Theory]
    [InlineData("ru", Wide)]
    [InlineData("ru", Narrow)]
    [InlineData("kk", Wide)]
    [InlineData("kk", Narrow)]
    [InlineData("en", Wide)]
    [InlineData("en", Narrow)]
    public async Task The_preferences_are_within_the_screen(string language, int width)
    {
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { Width = width });

        await visitor.OpenAsync(browser.Demo.AddressOf("healthcity.localhost", "/_consent/?lang=" + language));

        await Shots.TakeAsync(visitor.Page, $"preferences-{language}-{Word(width)}");
        Assert.Equal(language, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
        await ShouldNotScrollSidewaysAsync(visitor);
    }

    [Fact]
    public async Task A_held_map_leaves_a_placeholder_of_its_size()
    {
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(browser.Demo.AddressOf("kristall-dent.localhost", "/contacts"));
        var placeholder = visitor.Page.Locator("[data-cg-placeholder]");

        await Shots.TakeAsync(visitor.Page, "placeholder-ru-wide");

        var box = await placeholder.BoundingBoxAsync();
        Assert.NotNull(box);
        Assert.InRange(box.Height, 390, 410);
    }

    private static async Task ShouldNotScrollSidewaysAsync(Visitor visitor) => Assert.True(
        await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
        $"{visitor.Page.Url} is wider than the screen.");

    private static string Word(int width) => width == Wide ? "wide" : "narrow";
}
