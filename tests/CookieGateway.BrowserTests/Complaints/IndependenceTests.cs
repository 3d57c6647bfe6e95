using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Complaints;

/// <summary>"Dependence on a consent platform's network, licence, certification" (FIELD (b) 25).</summary>
[Collection(nameof(BrowserCollection))]
public sealed class IndependenceTests(BrowserFixture browser)
{
    [Fact]
    public async Task Complaint_25_without_its_Redis_the_site_is_served_refused_and_choices_are_kept()
    {
        // Nothing listens where this gateway looks for Redis.
        await using var site = await WrittenSite.StartAsync();
        site.With("/", """<script async src="https://mc.yandex.ru/metrika/tag.js"></script>""");
        await using var refusing = await browser.NewVisitorAsync();
        await using var accepting = await browser.NewVisitorAsync();
        var asked = new List<string>();
        refusing.Context.Request += (_, request) => asked.Add(new Uri(request.Url).Host);

        await refusing.OpenAsync(site.AddressOf());
        await refusing.Banner.RefuseAllAsync();
        await refusing.OpenAsync(site.AddressOf("/next"));
        await accepting.OpenAsync(site.AddressOf());
        await accepting.Banner.AcceptAllAsync();
        await accepting.ShouldRequestAsync(request => request.Path == "/metrika/tag.js", "What was accepted");
        await accepting.OpenAsync(site.AddressOf("/next"));

        // Everything of the banner came from the clinic's own host.
        Assert.Equal(["clinic.localhost"], asked.Distinct());
        Assert.False(await refusing.Banner.IsShownAsync());
        Assert.False(await accepting.Banner.IsShownAsync());
    }
}
