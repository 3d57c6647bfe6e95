using CookieGateway.Demo.Clinics.Pages;
using Microsoft.AspNetCore.StaticFiles;

namespace CookieGateway.Demo.Clinics.Hosting;

/// <summary>What a clinic is built with: its pages, the forms that arrive, its accounts, and what its server was asked.</summary>
internal sealed class ClinicSite
{
    private static readonly FileExtensionContentTypeProvider s_types = new();

    private readonly Dictionary<string, Func<HttpContext, PageValues>> _values = [];
    private readonly string _assets;
    private Func<HttpContext, PageValues>? _everywhere;

    public ClinicSite(Clinic clinic, WebApplication app)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Clinics", clinic.Folder);
        _assets = Path.Combine(folder, "assets");
        Clinic = clinic;
        App = app;
        Pages = PageFolder.Read(folder);
        app.Use((http, next) =>
        {
            Visits.Add(OriginVisit.Of(http.Request));
            return next(http);
        });
    }

    public Clinic Clinic { get; }

    /// <summary>Every host that has a page: the operator's domains, and the subdomains that pages name.</summary>
    public IEnumerable<string> Hosts =>
        [.. Clinic.Hosts, .. Pages.Open.Select(page => page.Subdomain).Where(name => name.Length > 0).Distinct().Order().Select(name => $"{name}.{Clinic.Hosts[0]}")];

    public WebApplication App { get; }

    public PageFolder Pages { get; }

    public Inbox Inbox { get; } = new();

    public Accounts Accounts { get; } = new();

    public VisitLog Visits { get; } = new();

    /// <summary>Gives a page the values for its placeholders, anew for every visitor.</summary>
    public void Fill(string path, Func<HttpContext, PageValues> values) => _values.Add(path, values);

    /// <summary>The same for what every page of the clinic shows.</summary>
    public void FillEverywhere(Func<HttpContext, PageValues> values) => _everywhere = values;

    /// <summary>Takes a form into the inbox and leads on to the page that says thank you.</summary>
    public void TakeForm(string path, string thanks) =>
        App.MapPost(path, async http =>
        {
            var form = await Inbox.TakeAsync(http.Request);
            AccountRoutes.SeeOther(http, $"{thanks}?number={form.Number}");
        });

    public Task ShowAsync(HttpContext http, string path, PageValues? values = null) =>
        Pages.Find(Subdomain(http), path) is { } page
            ? PageDelivery.SendAsync(http, page, page.Fill(Common(http, page).With(Values(http, path)).With(values)))
            : ShowElsewhereAsync(http, path);

    /// <summary>Every file of the folder pages/, and of assets/. Called last: what a clinic has mapped itself goes first.</summary>
    public void MapPages()
    {
        App.MapGet("/assets/{**file}", SendAssetAsync);
        App.MapFallback(http => ShowAsync(http, http.Request.Path.Value ?? "/"));
    }

    private Task SendAssetAsync(HttpContext http, string file)
    {
        var path = Path.GetFullPath(Path.Combine(_assets, file));
        if (!path.StartsWith(_assets + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(path))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.ContentType = s_types.TryGetContentType(path, out var type) ? type : "application/octet-stream";
        http.Response.Headers.CacheControl = "max-age=300";
        return http.Response.SendFileAsync(path, http.RequestAborted);
    }

    /// <summary>A subdomain has few pages of its own; the policy above all stays at one address.</summary>
    private Task ShowElsewhereAsync(HttpContext http, string path)
    {
        if (Subdomain(http).Length > 0 && Pages.Find("", path) is not null)
        {
            http.Response.Redirect($"http://{Domain(http)}{path}");
            return Task.CompletedTask;
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Pages.Find("", "/404") is { } page
            ? PageDelivery.SendAsync(http, page, page.Fill(Common(http, page)))
            : http.Response.WriteAsync("404");
    }

    private PageValues? Values(HttpContext http, string path) => _values.GetValueOrDefault(path)?.Invoke(http);

    private PageValues Common(HttpContext http, PageFile page) => new PageValues
    {
        ["title"] = page.Title,
        ["path"] = page.Path,
        ["host"] = http.Request.Host.Value ?? "",
        ["domain"] = Domain(http),
        ["number"] = http.Request.Query["number"].ToString(),
        ["member"] = Accounts.Of(http.Request)?.Name ?? "",
        ["nonce"] = PageDelivery.NonceOf(http),
    }.With(_everywhere?.Invoke(http));

    /// <summary>The host's part before the operator's domain: empty, "almaty", "cardio.almaty".</summary>
    private string Subdomain(HttpContext http)
    {
        var host = http.Request.Host.Host;
        var domain = Clinic.Hosts.FirstOrDefault(domain => host.EndsWith("." + domain, StringComparison.Ordinal));
        return domain is null ? "" : host[..^(domain.Length + 1)];
    }

    /// <summary>The operator's domain with the port as the visitor sees it, for links between subdomains.</summary>
    private string Domain(HttpContext http)
    {
        var subdomain = Subdomain(http);
        var host = http.Request.Host.Value ?? "";
        return subdomain.Length == 0 ? host : host[(subdomain.Length + 1)..];
    }
}
