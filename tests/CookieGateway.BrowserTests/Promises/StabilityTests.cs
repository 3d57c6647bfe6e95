using CookieGateway.BrowserTests.Support;
using CookieGateway.Demo.Clinics;

namespace CookieGateway.BrowserTests.Promises;

/// <summary>FIELD (b) 16: the banner shifts nothing, and is not what a page's speed is measured by.</summary>
[Collection(nameof(DemoCollection))]
public sealed class StabilityTests(DemoBrowser browser)
{
    public static TheoryData<string, int> FrontPages
    {
        get
        {
            var pages = new TheoryData<string, int>();
            foreach (var host in Clinic.All.Select(clinic => clinic.Hosts[0]))
            {
                pages.Add(host, 1280);
                pages.Add(host, 390);
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(FrontPages))]
    public async Task Nothing_shifts_and_the_largest_paint_is_the_clinics_own(string host, int width)
    {
        // Pages that arrive in parts may shift by themselves; what the banner shifted it would shift on every visit.
        var shifts = "";
        for (var visit = 0; visit == 0 || (shifts.Length > 0 && visit < 4); visit++)
        {
            shifts = await ShiftsAsync(host, width);
        }

        Assert.Equal("", shifts);
    }

    private async Task<string> ShiftsAsync(string host, int width)
    {
        await using var visitor = await browser.NewVisitorAsync(new VisitorTraits { Width = width, Height = 800 });
        await visitor.Page.AddInitScriptAsync("""
            window.shifts = []
            new PerformanceObserver((list) => { for (const entry of list.getEntries()) shifts.push(entry) }).observe({ type: 'layout-shift', buffered: true })
            new PerformanceObserver((list) => { window.largest = list.getEntries().at(-1) }).observe({ type: 'largest-contentful-paint', buffered: true })
            """);
        await visitor.OpenAsync(browser.Demo.AddressOf(host));

        // The browser tells of paints some time after them: of the banner first, it may be, and then of what is larger.
        await Eventually.IsTrueAsync(
            async () => await visitor.Page.EvaluateAsync<bool>("!!window.largest && !window.largest.element?.closest('#cg-banner, #cg-settings')"),
            () => $"The largest paint of {host} is the banner's, or none was told of.");
        await visitor.Banner.RefuseAllAsync();
        await visitor.RestAsync();

        return await visitor.Page.EvaluateAsync<string>("""
            shifts.filter(({ value }) => value > 0).map(({ value, startTime, sources }) => `${value} after ${startTime} ms: ${sources.map(({ node, previousRect: from, currentRect: to }) =>
              `${(node?.outerHTML ?? node?.data)?.slice(0, 80)} from ${[from.x, from.y, from.width]} to ${[to.x, to.y, to.width]}`)}`).join('; ')
            """);
    }
}
