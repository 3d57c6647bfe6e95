using System.Text;
using CookieGateway.BrowserTests.Support;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>The guard in the browser and the judge on the server say the same of every address that the catalog names.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class GuardVerdictTests(BrowserFixture browser)
{
    private static readonly (string Element, RequestKind Kind)[] Kinds =
        [("script", RequestKind.Script), ("img", RequestKind.Image), ("iframe", RequestKind.Frame)];

    [Theory]
    [InlineData("hold", "")]
    [InlineData("hold", "analytics")]
    [InlineData("hold", "preferences,marketing")]
    [InlineData("report", "")]
    public async Task Guard_and_server_agree_on_all_addresses_of_the_catalog(string unclassified, string granted)
    {
        await using var site = await SmallSite.StartAsync(("Trackers:Unclassified", unclassified));
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);
        _ = PurposeSet.TryParse(granted, out var purposes);
        var consent = new VisitorConsent { Decision = SmallSite.Decision(purposes, []) };
        var addresses = AddressesOf(site.Judge);

        var held = await visitor.Page.EvaluateAsync<string[]>(
            """
            ({ addresses, kinds, granted }) => {
              const { guard } = document.getElementById('cg-guard')
              guard.grant(granted.split(','), [''])
              return kinds.flatMap((kind) => addresses.filter((address) => guard.hold(document.createElement(kind), 'src', address)).map((address) => kind + ' ' + address))
            }
            """,
            new { addresses, kinds = Kinds.Select(kind => kind.Element), granted });

        var expected = Kinds.SelectMany(kind => addresses.Where(address => Holds(site.Judge, address, kind.Kind, consent)).Select(address => $"{kind.Element} {address}"));
        Assert.True(addresses.Count > 3000);
        Assert.Empty(held.Except(expected).Select(one => "Only the guard: " + one).Concat(expected.Except(held).Select(one => "Only the server: " + one)).Take(20));
    }

    private static bool Holds(TrackerJudge judge, string text, RequestKind kind, VisitorConsent consent)
    {
        var address = new Uri(text);
        return judge.Holds(judge.OfRequest(Encoding.ASCII.GetBytes(address.Host), Encoding.ASCII.GetBytes(address.PathAndQuery), kind), consent);
    }

    /// <summary>An address for every pattern, one for a host above it, and some that nobody knows.</summary>
    private static IReadOnlyList<string> AddressesOf(TrackerJudge judge) =>
    [
        .. judge.GuardRules
            .Select(rule => rule.Pattern)
            .Where(pattern => char.IsAsciiLetterOrDigit(pattern[0]))
            .Select(pattern => pattern.Replace(".*", ".kz", StringComparison.Ordinal).Replace('*', 'x').Replace('^', '/').Replace("|", "", StringComparison.Ordinal))

            // To a browser's URL a query that is empty is none. https://url.spec.whatwg.org/#dom-url-search
            .Select(pattern => pattern.EndsWith('?') ? pattern + "q" : pattern)
            .SelectMany(pattern => (string[])[$"https://{pattern}", $"https://sub.{pattern}", $"https://{pattern.Split('/')[0]}/other.js?a=1"])
            .Where(address => Uri.TryCreate(address, UriKind.Absolute, out _))
            .Select(address => new Uri(address).AbsoluteUri)
            .Append("https://nobody-knows.example/a.js")
            .Append("https://example.com/metrika/tag.js")
            .Distinct(),
    ];
}
