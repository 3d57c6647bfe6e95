using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>What a site may set of its banner, as its visitors see it; and what it cannot set: the balance of the buttons.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class AppearanceTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("bottom", 1280)]
    [InlineData("top", 1280)]
    [InlineData("corner", 1280)]
    [InlineData("bottom", 360)]
    [InlineData("top", 360)]
    [InlineData("corner", 360)]
    public async Task The_banner_stands_where_the_site_wants_it_and_within_the_screen(string position, int width)
    {
        const int Height = 900;
        await using var site = await SmallSite.StartAsync(("Banner:Position", position));
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { Width = width, Height = Height });
        await visitor.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await visitor.OpenAsync(site.Address);

        var box = (await visitor.Banner.Banner.BoundingBoxAsync())!;

        Assert.True(box.X >= 0 && box.X + box.Width <= width, "It is wider than the screen.");
        Assert.True(position == "top" ? box.Y is >= 0 and < 20 : Height - box.Y - box.Height is >= 0 and < 20, $"It begins at {box.Y} and is {box.Height} high.");
        Assert.True(position != "corner" || width < 640 || (box.Width <= 448 && box.X > width / 2.0), "It is not in the corner.");
    }

    /// <summary>FIELD (b) 19: alike to within two pixels, whatever the language, the place and the screen.</summary>
    [Theory]
    [InlineData("ru", "bottom")]
    [InlineData("kk", "top")]
    [InlineData("en", "corner")]
    public async Task Complaint_19_refusing_and_accepting_are_alike_in_every_language_place_and_size(string language, string position)
    {
        await using var site = await SmallSite.StartAsync(("Banner:Position", position));
        site.Language = language;
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        foreach (var width in (int[])[1280, 768, 360, 320])
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            await visitor.Page.WaitForFunctionAsync("width => innerWidth == width", width);
            var refuse = (await visitor.Banner.Refuse.BoundingBoxAsync())!;
            var accept = (await visitor.Banner.Accept.BoundingBoxAsync())!;

            Assert.True(
                Math.Abs(refuse.Width - accept.Width) <= 2 && Math.Abs(refuse.Height - accept.Height) <= 2,
                $"At {width} refusing is {refuse.Width} by {refuse.Height}, and accepting {accept.Width} by {accept.Height}.");
        }
    }

    [Fact]
    public async Task A_theme_and_texts_of_the_sites_own_are_shown_by_day_and_by_night()
    {
        await using var site = await SmallSite.StartAsync(
            ("Banner:Theme:button", "#7a1f4b"), ("Banner:Theme:dark-button", "#f3b6d2"), ("Banner:Theme:radius", "0"),
            ("Banner:Texts:ru:banner.title", "Можно ли нам считать посещения?"));
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await visitor.OpenAsync(site.Address);

        const string Look = "button => getComputedStyle(button).backgroundColor + ' ' + getComputedStyle(button).borderRadius";
        var day = await visitor.Banner.Accept.EvaluateAsync<string>(Look);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var night = await visitor.Banner.Refuse.EvaluateAsync<string>(Look);

        Assert.Equal("Можно ли нам считать посещения?", await visitor.Banner.Banner.Locator("h2").InnerTextAsync());
        Assert.Equal(("rgb(122, 31, 75) 0px", "rgb(243, 182, 210) 0px"), (day, night));
        await visitor.Page.ShouldHaveNoViolationsAsync("The banner in the site's colours");
    }
}
