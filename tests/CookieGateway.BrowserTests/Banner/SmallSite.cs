using System.Net;
using System.Text;
using CookieGateway.Banner;
using CookieGateway.Banner.Assets;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
using CookieGateway.ConsentApi;
using CookieGateway.Sites;
using CookieGateway.Sites.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace CookieGateway.BrowserTests.Banner;

/// <summary>
/// A page with the banner's pieces in it, served as the gateway would serve it, but with the held tags written by the test: so that
/// guard, stubs and release are tried by themselves. Decisions are taken at their word and kept in a plain cookie.
/// </summary>
internal sealed class SmallSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Site _site;
    private readonly BannerRenderer _banners;
    private readonly AssetEndpoint _assets;
    private readonly NoticePages _notices;
    private readonly Dictionary<string, Func<HttpContext, Task>> _files = [];
    private IReadOnlyList<Tracker> _seen = [];

    private SmallSite(WebApplication app, Site site)
    {
        _app = app;
        _site = site;
        var assets = new AssetLibrary();
        _assets = new AssetEndpoint(assets);
        _banners = new BannerRenderer(assets, _ => _seen);
        _notices = new NoticePages(_ => _seen, _ => [], TimeProvider.System);
    }

    public Uri Address { get; private set; } = null!;

    public TrackerJudge Judge => _site.Judge;

    public string Head { get; set; } = "";

    public string Body { get; set; } = "";

    public string Language { get; set; } = "ru";

    /// <summary>The page's Content-Security-Policy; null for none.</summary>
    public string? Policy { get; set; }

    /// <summary>What the server was sent as decisions, word for word.</summary>
    public List<string> Decisions { get; } = [];

    /// <summary>The next decisions fail: the ledger is not there.</summary>
    public bool LedgerIsDown { get; set; }

    public static Task<SmallSite> StartAsync(params (string Key, string Value)[] settings) => StartAsync("cg", settings);

    /// <param name="brand">The installation's prefix of ids, attributes and cookie.</param>
    /// <param name="settings">Keys of the site's block, with their values.</param>
    public static async Task<SmallSite> StartAsync(string brand, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var site = new SmallSite(app, Configure(brand, settings));
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        site.Address = new Uri($"http://clinic.localhost:{new Uri(app.Urls.First()).Port}/");
        return site;
    }

    /// <summary>One more file on the site's own host.</summary>
    public SmallSite With(string path, string type, string text)
    {
        _files[path] = http =>
        {
            http.Response.ContentType = type;
            return http.Response.WriteAsync(text);
        };
        return this;
    }

    public SmallSite Seen(params string[] trackers)
    {
        _seen = [.. trackers.Select(id => _site.Judge.Find(id)!)];
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private static Site Configure(string brand, (string Key, string Value)[] settings)
    {
        var block = new Dictionary<string, string?>
        {
            ["Gateway:Brand"] = brand,
            ["Sites:clinic:Hosts:0"] = "clinic.localhost",
            ["Sites:clinic:Origins:0"] = "http://127.0.0.1:9",
            ["Sites:clinic:Operator:Name:ru"] = "ТОО «Клиника»",
            ["Sites:clinic:Operator:Id"] = "180740027339",
            ["Sites:clinic:Policy:Url"] = "/privacy",
        };
        foreach (var (key, value) in settings)
        {
            block[$"Sites:clinic:{key}"] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(block).Build();
        return ConfigurationReader.Read(configuration, AppContext.BaseDirectory).Sites.Single();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        var consent = ConsentOf(http.Request);
        var visit = new OwnVisit(http, _site, consent) { Stylesheet = _assets.StylesheetOf(_site) };
        if (_files.TryGetValue(path, out var file))
        {
            await file(http);
        }
        else if (path.Split('/') is ["", "_consent", "assets", var hash, var name])
        {
            await _assets.AnswerAsync(visit, hash, name);
        }
        else if (path == "/_consent/")
        {
            await _notices.PreferencesAsync(visit);
        }
        else if (path == "/_consent/state.json")
        {
            await ConsentState.AnswerAsync(visit);
        }
        else if (path == "/_consent/listed")
        {
            await ListedRequests.AnswerAsync(visit);
        }
        else if (path is "/_consent/decision" or "/_consent/withdraw")
        {
            await DecideAsync(visit);
        }
        else
        {
            await PageAsync(http, consent);
        }
    }

    private async Task PageAsync(HttpContext http, VisitorConsent consent)
    {
        string[] policies = Policy is null ? [] : [Policy];
        var nonce = CspPermissions.FindNonce(policies);
        var page = _banners.For(_site, consent, nonce, CspPermissions.Read(policies, nonce));
        if (Policy is not null)
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync($"""
            <!doctype html><html lang="{Language}"><head>{Text(page.HeadStart)}<meta charset="utf-8"><title>Клиника</title>{Head}</head>
            <body>{Text(page.BodyStart(Language))}<main><h1>Клиника</h1>{Body}</main></body></html>
            """);
    }

    private async Task DecideAsync(OwnVisit visit)
    {
        var body = await DecisionReader.BodyAsync(visit.Http.Request, default);
        Decisions.Add(body!);
        visit.Http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body!));
        var (message, failure) = await DecisionReader.ReadAsync(visit.Http.Request, default);
        if (message is null || LedgerIsDown)
        {
            await visit.FailAsync(message is null ? failure : OwnFailure.Unavailable);
            return;
        }

        var before = visit.Consent.Decision;
        var purposes = message.Purposes ?? before?.Purposes ?? PurposeSet.NecessaryOnly;
        var trackers = message.Purposes is null ? [.. before?.Trackers ?? [], .. message.Trackers] : message.Trackers;
        visit.Http.Response.Cookies.Append("test", Uri.EscapeDataString($"{purposes}|{string.Join(' ', trackers)}"), new() { HttpOnly = true });
        await (message.IsForm
            ? visit.SeeOtherAsync(LocalReturn.Of(visit.Http.Request, message.ReturnTo))
            : visit.JsonAsync(DecisionReceipt.Of(new VisitorConsent { Decision = Decision(purposes, trackers) })));
    }

    private static VisitorConsent ConsentOf(HttpRequest request)
    {
        if (request.Cookies["test"] is not { } cookie)
        {
            return new VisitorConsent { RefusedBySignal = request.Headers["Sec-GPC"] == "1" };
        }

        var parts = Uri.UnescapeDataString(cookie).Split('|');
        _ = PurposeSet.TryParse(parts[0], out var purposes);
        return new VisitorConsent { Decision = Decision(purposes, parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)) };
    }

    public static ConsentDecision Decision(PurposeSet purposes, IReadOnlyList<string> trackers) => new()
    {
        Visitor = default,
        Record = default,
        Purposes = purposes,
        Trackers = trackers,
        At = DateTimeOffset.UnixEpoch,
        Expires = DateTimeOffset.UnixEpoch,
        Policy = "",
        Notice = default,
    };

    private static string Text(ReadOnlyMemory<byte> ascii) => Encoding.ASCII.GetString(ascii.Span);
}
