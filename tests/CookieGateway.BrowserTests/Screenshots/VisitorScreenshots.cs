using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Screenshots;

/// <summary>Pictures of what a visitor sees, in three languages, on a wide and on a narrow screen.</summary>
[Collection(nameof(DemoCollection))]
public sealed class VisitorScreenshots(DemoBrowser browser)
{
    private const int Wide = 1280;
    private const int Narrow = 360;

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
        await Shots.TakeBothAsync(visitor.Page, shot);
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

        await Shots.TakeBothAsync(visitor.Page, $"preferences-{language}-{Word(width)}", whole: true);
        Assert.Equal(language, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
        await ShouldNotScrollSidewaysAsync(visitor);
    }

    [Theory]
    [InlineData("/", "ru", Wide)]
    [InlineData("/", "ru", Narrow)]
    [InlineData("/kk", "kk", Wide)]
    [InlineData("/en", "en", Narrow)]
    public async Task The_preferences_in_place_are_within_the_screen(string path, string language, int width)
    {
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { Width = width });
        await visitor.OpenAsync(browser.Demo.AddressOf("healthcity.localhost", path));

        await visitor.Banner.Choose.ClickAsync();
        await visitor.Page.Locator("#cg-dialog[open]").WaitForAsync();

        await Shots.TakeBothAsync(visitor.Page, $"in-place-{language}-{Word(width)}");
        if (language == "ru" && width == Wide)
        {
            Shots.ShowInReadme("in-place-ru-wide", "preferences");
        }

        var box = await visitor.Page.Locator("#cg-dialog").BoundingBoxAsync();
        Assert.NotNull(box);
        Assert.True(box.X >= 0 && box.X + box.Width <= width, "The preferences are wider than the screen.");
    }

    [Theory]
    [InlineData("ru", Wide)]
    [InlineData("ru", Narrow)]
    [InlineData("kk", Wide)]
    [InlineData("en", Wide)]
    public async Task The_visitors_own_pages_are_within_the_screen(string language, int width)
    {
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { Width = width });
        await visitor.OpenAsync(browser.Demo.AddressOf("healthcity.localhost"));
        await visitor.Banner.AcceptAllAsync();

        foreach (var (path, name) in ((string, string)[])[("me", "me"), ("declaration", "declaration"), ("policies", "policies"), ("policies/1", "policy")])
        {
            await visitor.OpenAsync(browser.Demo.AddressOf("healthcity.localhost", $"/_consent/{path}?lang={language}"));
            await Shots.TakeBothAsync(visitor.Page, $"{name}-{language}-{Word(width)}", whole: path != "policies/1");
            await ShouldNotScrollSidewaysAsync(visitor);
        }
    }

    [Theory]
    [InlineData("kristall-dent.localhost", "/contacts", "map", Wide)]
    [InlineData("kristall-dent.localhost", "/contacts", "map", Narrow)]
    [InlineData("kristall-dent.localhost", "/reviews", "video", Wide)]
    [InlineData("onlinehealth.localhost", "/contacts", "map-onlinehealth", Narrow)]
    public async Task After_a_refusal_a_placeholder_says_what_it_stands_for(string host, string path, string name, int width)
    {
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { Width = width });
        await visitor.OpenAsync(browser.Demo.AddressOf(host, path));
        await visitor.Banner.RefuseAllAsync();
        var placeholder = visitor.Page.Locator("[data-cg-placeholder]").First;
        await placeholder.ScrollIntoViewIfNeededAsync();

        await Shots.TakeBothAsync(visitor.Page, $"placeholder-{name}-{Word(width)}");
        if (name == "map" && width == Wide)
        {
            Shots.ShowInReadme("placeholder-map-wide", "placeholder");
        }

        Assert.Equal("ru", await placeholder.Locator("[data-cg-part=note]").GetAttributeAsync("lang"));
        await ShouldNotScrollSidewaysAsync(visitor);
    }

    [Fact]
    public async Task A_held_map_leaves_a_placeholder_of_its_size()
    {
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(browser.Demo.AddressOf("kristall-dent.localhost", "/contacts"));
        var placeholder = visitor.Page.Locator("[data-cg-placeholder]");

        await Shots.TakeAsync(visitor.Page, "placeholder-with-banner-ru-wide");

        var box = await placeholder.BoundingBoxAsync();
        Assert.NotNull(box);
        Assert.InRange(box.Height, 390, 410);
    }

    private static async Task ShouldNotScrollSidewaysAsync(Visitor visitor) => Assert.True(
        await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
        $"{visitor.Page.Url} is wider than the screen.");

    private static string Word(int width) => width == Wide ? "wide" : "narrow";
}
