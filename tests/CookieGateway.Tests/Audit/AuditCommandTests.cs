using System.Text.Json.Nodes;
using CookieGateway.Audit;
using CookieGateway.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CookieGateway.Tests.Audit;

public sealed class AuditCommandTests : IAsyncLifetime
{
    private const string Home = """
        <!doctype html><html lang="ru"><head>
        <script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>
        <script>(function(m,e,t,r,i,k,a){m[i]=m[i]||function(){(m[i].a=m[i].a||[]).push(arguments)};k=e.createElement(t),
        a=e.getElementsByTagName(t)[0],k.async=1,k.src=r,a.parentNode.insertBefore(k,a)})(window,document,"script",
        "https://mc.yandex.ru/metrika/tag.js","ym");ym(1,"init",{});</script>
        <link rel="stylesheet" href="/site.css"></head><body>
        <noscript><img src="https://www.facebook.com/tr?id=1&ev=PageView&noscript=1"></noscript>
        <script src="https://widget.unknown-chat.example/w.js"></script>
        <a href="/prices?page=1#top">Цены</a> <a href="/hidden/1">Лишнее</a> <a href="/price.pdf">PDF</a> <a href="https://elsewhere.example/">…</a>
        </body></html>
        """;

    private readonly List<string> _asked = [];
    private TestOrigin _origin = null!;

    public async Task InitializeAsync() => _origin = await TestOrigin.StartAsync(http =>
    {
        lock (_asked)
        {
            _asked.Add(http.Request.Path + http.Request.QueryString);
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        switch (http.Request.Path.Value)
        {
            case "/robots.txt":
                http.Response.ContentType = "text/plain";
                return http.Response.WriteAsync("User-agent: *\nDisallow: /hidden/\n");
            case "/":
                http.Response.Headers.Append("Set-Cookie", "PHPSESSID=1; path=/");
                http.Response.Headers.Append("Set-Cookie", "mystery=1; path=/");
                return http.Response.WriteAsync(Home);
            default:
                return http.Response.WriteAsync("<html lang=kk><p>Бағалар <iframe src=https://www.youtube.com/embed/x></iframe>");
        }
    });

    public async Task DisposeAsync() => await _origin.DisposeAsync();

    [Fact]
    public async Task A_site_is_read_on_its_own_host_and_as_robots_may()
    {
        await RunAsync();

        Assert.Equal(["/robots.txt", "/", "/prices?page=1"], _asked);
    }

    [Fact]
    public async Task Trackers_in_scripts_pixels_and_inline_code_are_named_by_purpose()
    {
        var (code, report, _) = await RunAsync();
        var findings = JsonNode.Parse(report)!;
        var trackers = findings["trackers"]!.AsArray().ToDictionary(tracker => (string)tracker!["id"]!, tracker => tracker!);

        Assert.Equal(0, code);
        Assert.Contains(trackers.Values, tracker => (string)tracker["vendor"]! == "Google");
        Assert.Contains(trackers.Values, tracker => tracker["vectors"]!.AsArray().Any(vector => (string)vector! == "noscript img"));
        Assert.Contains(trackers.Values, tracker => tracker["vectors"]!.AsArray().Any(vector => (string)vector! == "inline"));
        Assert.Equal("widget.unknown-chat.example", (string)findings["unclassified"]!.AsArray().Single()!["host"]!);
    }

    [Fact]
    public async Task Cookies_of_the_server_are_listed_and_the_unknown_one_stays_unknown()
    {
        var (_, report, _) = await RunAsync();
        var cookies = JsonNode.Parse(report)!["cookies"]!.AsArray()
            .ToDictionary(cookie => (string)cookie!["name"]!, cookie => (string?)cookie!["purpose"]);

        Assert.Equal("necessary", cookies["PHPSESSID"]);
        Assert.Null(cookies["mystery"]);
    }

    [Fact]
    public async Task The_report_for_people_ends_with_a_block_that_can_be_pasted()
    {
        var (_, report, _) = await RunAsync(json: false);
        var block = JsonNode.Parse(report[report.IndexOf("\n{", StringComparison.Ordinal)..])!;

        Assert.Equal("127.0.0.1", (string)block["Sites"]!["127.0.0.1"]!["Hosts"]![0]!);
        Assert.Contains("Unclassified hosts.", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_it_is_allowed()
    {
        var (code, report, progress) = await RunAsync(allowPrivate: false);

        Assert.Equal(1, code);
        Assert.Empty(report);
        Assert.Contains("leads to a private address. Give --allow-private", progress, StringComparison.Ordinal);
        Assert.Empty(_asked);
    }

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("192.168.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("77.88.8.8", false)]
    [InlineData("2a02:6b8::1", false)]
    public void Private_addresses_are_known(string address, bool isPrivate) =>
        Assert.Equal(isPrivate, PrivateAddresses.Contain(System.Net.IPAddress.Parse(address)));

    private async Task<(int Code, string Report, string Progress)> RunAsync(bool allowPrivate = true, bool json = true)
    {
        using var report = new StringWriter();
        using var progress = new StringWriter();
        var options = new AuditOptions { Start = _origin.Address, AllowPrivate = allowPrivate, Json = json, Pause = TimeSpan.Zero };
        var code = await AuditCommand.RunAsync(options, report, progress, CancellationToken.None);
        return (code, report.ToString(), progress.ToString());
    }
}
