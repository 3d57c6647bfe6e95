using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace CookieGateway.BrowserTests.Support;

/// <summary>What axe finds wrong with a page, the size of targets (WCAG 2.2, 2.5.8) included, which it does not look at unless told to.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions s_options = new()
    {
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    public static async Task ShouldHaveNoViolationsAsync(this IPage page, string what)
    {
        var found = (await page.RunAxe(s_options)).Violations
            .Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}")
            .ToList();

        Assert.True(found.Count == 0, $"{what}, {page.Url}: {string.Join('\n', found)}");
    }
}
