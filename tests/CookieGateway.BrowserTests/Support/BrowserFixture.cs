namespace CookieGateway.BrowserTests.Support;

/// <summary>One Chromium for all tests of a collection, on an internet that is recorded. Each test brings new visitors.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const int Limit = 30_000;
    private const string Chromium = "/usr/bin/chromium";

    // The same engine without a window to draw: it takes half the time, but keeps no pages to go back to.
    private const string HeadlessShell = "/usr/bin/chromium-headless-shell";

    private static readonly string[] s_switches =
    [
        "--no-sandbox",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly bool _keepsPages;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private RecordingInternet? _internet;
    private int _visitors;

    public BrowserFixture()
        : this(keepsPages: false)
    {
    }

    /// <param name="keepsPages">The browser has its back-and-forward cache, which Playwright switches off.</param>
    internal BrowserFixture(bool keepsPages) => _keepsPages = keepsPages;

    public IBrowser Browser => _browser!;

    public RecordingInternet Internet => _internet!;

    public async Task InitializeAsync()
    {
        // What does not happen on a busy machine within half a minute does not happen.
        Assertions.SetDefaultExpectTimeout(Limit);
        _internet = await RecordingInternet.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = !_keepsPages && File.Exists(HeadlessShell) ? HeadlessShell : Chromium,
            Args = [.. s_switches, _internet.ResolverRules, .. _keepsPages ? (string[])["--enable-features=BackForwardCache"] : []],
            IgnoreDefaultArgs = _keepsPages ? ["--disable-back-forward-cache"] : [],
        });
    }

    /// <summary>Somebody who has never been here: no cookies, an empty cache, one page.</summary>
    public async Task<Visitor> NewVisitorAsync(VisitorTraits? traits = null)
    {
        traits ??= new VisitorTraits();
        var number = Interlocked.Increment(ref _visitors);
        var mark = $"{number}";
        var address = $"10.7.{number / 250}.{number % 250 + 1}";
        var context = await Browser.NewContextAsync(new()
        {
            IgnoreHTTPSErrors = true,
            // As a load balancer in front of the gateway says it. One address for all would soon be told to slow down.
            ExtraHTTPHeaders = new Dictionary<string, string> { ["X-Forwarded-For"] = address },
            JavaScriptEnabled = traits.JavaScript,
            Locale = traits.Language,
            UserAgent = $"Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36 {RecordingInternet.VisitorMark}{mark}",
            ViewportSize = new() { Width = traits.Width, Height = traits.Height },
        });
        context.SetDefaultTimeout(Limit);
        return new Visitor(context, await context.NewPageAsync(), Internet, mark, address);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_internet is not null)
        {
            await _internet.DisposeAsync();
        }
    }
}
