using System.Text;
using CookieGateway.BrowserTests.Support;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Trackers;
using CookieGateway.Tests.Support;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>A site's own filter lists count for what its code does, too: the guard asks the server, which has them.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class FilterListTests(BrowserFixture browser) : IDisposable
{
    private const string Rules = """
        ||listed.example^
        ||pictures.example/track/$image
        @@||pictures.example/track/logo
        /nobodys-counter.
        ||frames.example^$third-party,subdocument
        """;

    private static readonly (string Element, RequestKind Kind)[] s_kinds =
        [("script", RequestKind.Script), ("img", RequestKind.Image), ("iframe", RequestKind.Frame)];

    private static readonly string[] s_addresses =
    [
        "https://listed.example/a.png", "https://deep.listed.example/", "https://unlisted.example/a.png", "https://pictures.example/track/1.gif?x=ы",
        "https://pictures.example/track/logo.gif", "https://pictures.example/photo.jpg", "https://anywhere.example/nobodys-counter.js",
        "https://frames.example/embed", "https://mc.yandex.ru/watch/1", "https://fonts.googleapis.com/css?family=Inter",
    ];

    private readonly TemporaryDirectory _folder = new();

    private string List
    {
        get
        {
            var file = Path.Combine(_folder.Path, "own.txt");
            File.WriteAllText(file, Rules);
            return file;
        }
    }

    [Theory]
    [InlineData("hold")]
    [InlineData("report")]
    public async Task Guard_and_server_agree_on_what_only_a_list_knows(string unclassified)
    {
        await using var site = await SmallSite.StartAsync(("Trackers:Unclassified", unclassified), ("Trackers:Lists:0", List));
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.OpenAsync(site.Address);

        var held = await visitor.Page.EvaluateAsync<string[]>(
            """
            ({ addresses, kinds }) => kinds.flatMap((kind) => addresses.filter((address) =>
              document.getElementById('cg-guard').guard.hold(document.createElement(kind), 'src', address)).map((address) => kind + ' ' + address))
            """,
            new { addresses = s_addresses, kinds = s_kinds.Select(kind => kind.Element) });

        Assert.Equal(s_kinds.SelectMany(kind => s_addresses.Where(address => Holds(site.Judge, address, kind.Kind)).Select(address => $"{kind.Element} {address}")), held);
        Assert.Contains("img https://listed.example/a.png", held);
        Assert.DoesNotContain("img https://unlisted.example/a.png", held);
    }

    [Fact]
    public async Task What_a_list_knows_is_not_reached_by_code_and_is_fetched_after_a_grant()
    {
        await using var site = await SmallSite.StartAsync(("Trackers:Lists:0", List));
        await using var visitor = await browser.NewVisitorAsync();
        site.Body = """
            <div id="box"></div><script>
              document.getElementById('box').innerHTML = '<img src="https://listed.example/a.gif" alt=""><img src="https://unlisted.example/b.gif" alt="">'
            </script>
            """;
        await visitor.OpenAsync(site.Address);
        Assert.Equal("unlisted.example", Assert.Single(visitor.ForeignRequests).Host);

        await visitor.Banner.AcceptAllAsync();

        await visitor.ShouldRequestAsync(request => request.Host == "listed.example", "The image that was held");
    }

    [Fact]
    public async Task The_same_address_is_asked_about_once_and_a_site_without_lists_asks_nothing()
    {
        await using var site = await SmallSite.StartAsync(("Trackers:Lists:0", List));
        await using var plain = await SmallSite.StartAsync();

        Assert.Equal(2, await QuestionsOnAsync(site));
        Assert.Equal(0, await QuestionsOnAsync(plain));
    }

    [Fact]
    public async Task Where_the_server_does_not_answer_nothing_unknown_passes()
    {
        await using var site = await SmallSite.StartAsync(("Trackers:Lists:0", List));
        await using var visitor = await browser.NewVisitorAsync();
        await visitor.Context.RouteAsync(address => address.Contains("/listed?", StringComparison.Ordinal), route => route.AbortAsync());
        site.Body = "<script>new Image().src = 'https://unlisted.example/b.gif'</script>";

        await visitor.OpenAsync(site.Address);

        Assert.Empty(visitor.ForeignRequests);
        Assert.Empty(visitor.ScriptErrors);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<int> QuestionsOnAsync(SmallSite site)
    {
        await using var visitor = await browser.NewVisitorAsync();
        var questions = 0;
        visitor.Context.Request += (_, request) => questions += request.Url.Contains("/listed?", StringComparison.Ordinal) ? 1 : 0;
        site.Body = "<script>for (const path of 'aab') new Image().src = 'https://unlisted.example/' + path</script>";
        await visitor.OpenAsync(site.Address);
        return questions;
    }

    private static bool Holds(TrackerJudge judge, string text, RequestKind kind)
    {
        var address = new Uri(text);
        return judge.Holds(judge.OfRequest(Encoding.ASCII.GetBytes(address.Host), Encoding.ASCII.GetBytes(address.PathAndQuery), kind), VisitorConsent.Undecided);
    }
}
