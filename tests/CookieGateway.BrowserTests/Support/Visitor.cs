using System.Collections.Concurrent;
using System.Diagnostics;
using CookieGateway.BrowserTests.Pages;

namespace CookieGateway.BrowserTests.Support;

/// <summary>Somebody with a browser: where they go, what they see, and what of them has leaked.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(250);

    // A request whose end nobody tells us of must not hold everything up.
    private static readonly TimeSpan s_given = TimeSpan.FromSeconds(5);
    private static readonly string[] s_endless = ["eventsource", "websocket", "ping", "media"];

    private readonly RecordingInternet _internet;
    private readonly string _mark;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentDictionary<IRequest, long> _underWay = new();
    private long _lastNews = Stopwatch.GetTimestamp();

    internal Visitor(IBrowserContext context, IPage page, RecordingInternet internet, string mark, string address)
    {
        Context = context;
        Page = page;
        _internet = internet;
        _mark = mark;
        Address = address;
        Banner = new BannerPage(page);
        context.Request += (_, request) => Began(request);
        context.Response += (_, _) => Touch();
        context.RequestFinished += (_, request) => Ended(request);
        context.RequestFailed += (_, request) => Ended(request);
        page.PageError += (_, error) => _errors.Enqueue($"{page.Url}: {error}");
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public BannerPage Banner { get; }

    /// <summary>The IP address that the gateway learns from the hop it trusts.</summary>
    public string Address { get; }

    /// <summary>Everything that has left the clinics' hosts for this visitor so far.</summary>
    public IReadOnlyList<ForeignRequest> ForeignRequests => _internet.RequestsOf(_mark);

    /// <summary>Scripts of the page that failed, with the page's address.</summary>
    public IReadOnlyList<string> ScriptErrors => [.. _errors];

    /// <summary>Opens a page and waits until it has nothing more to load.</summary>
    public async Task OpenAsync(Uri address)
    {
        await Page.GotoAsync(address.AbsoluteUri, new() { WaitUntil = WaitUntilState.Load });
        await RestAsync();
    }

    /// <summary>
    /// Waits until the page has nothing under way, and has asked for nothing for a while: only then does "was not requested" mean anything.
    /// Playwright's own network idleness would never come on a page with an open stream of events.
    /// </summary>
    public Task RestAsync() => Eventually.IsTrueAsync(
        async () => IsQuiet() && await IsIdleAsync() && IsQuiet(),
        () => $"{Page.Url} does not stop asking.");

    /// <summary>A script that calls what is held back must find a stand-in, or the rest of the page's code never runs.</summary>
    public void ShouldHaveNoScriptErrors() => Assert.True(_errors.IsEmpty, string.Join('\n', _errors));

    /// <summary>Names of all cookies that the browser holds, of every host.</summary>
    public async Task<IReadOnlyList<string>> CookiesAsync() =>
        [.. (await Context.CookiesAsync()).Select(cookie => cookie.Name).Order()];

    /// <summary>The same of the clinics' hosts alone: what a tracker has under its own is for the browser to keep or to refuse.</summary>
    public async Task<IReadOnlyList<string>> OwnCookiesAsync() =>
        [.. (await Context.CookiesAsync()).Where(cookie => cookie.Domain.EndsWith("localhost", StringComparison.Ordinal)).Select(cookie => cookie.Name).Order()];

    /// <summary>Waits for a request that is expected, and fails with the list of those that came instead.</summary>
    public async Task<ForeignRequest> ShouldRequestAsync(Func<ForeignRequest, bool> expected, string what)
    {
        ForeignRequest? found = null;
        await Eventually.IsTrueAsync(
            () => (found = ForeignRequests.FirstOrDefault(expected)) is not null,
            () => $"{what} was not requested by {Page.Url}. Requested were: {string.Join(", ", ForeignRequests)}");
        return found!;
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    private bool IsQuiet() => Stopwatch.GetElapsedTime(Volatile.Read(ref _lastNews)) > s_quiet
        && _underWay.Values.All(since => Stopwatch.GetElapsedTime(since) > s_given);

    /// <summary>A page that is still computing answers nobody, and may ask for something when it is done.</summary>
    private async Task<bool> IsIdleAsync()
    {
        try
        {
            await Page.EvaluateAsync("0").WaitAsync(s_given);
            return true;
        }
        catch (Exception leaving) when (leaving is PlaywrightException or TimeoutException)
        {
            return false;
        }
    }

    private void Began(IRequest request)
    {
        Touch();
        if (!s_endless.Contains(request.ResourceType))
        {
            _underWay[request] = Stopwatch.GetTimestamp();
        }
    }

    private void Ended(IRequest request)
    {
        _underWay.TryRemove(request, out _);
        Touch();
    }

    private void Touch() => Volatile.Write(ref _lastNews, Stopwatch.GetTimestamp());
}
