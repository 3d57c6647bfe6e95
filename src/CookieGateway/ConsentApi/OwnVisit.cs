using System.Net;
using System.Text;
using System.Text.Json;
using CookieGateway.Banner;
using CookieGateway.Banner.Assets;
using CookieGateway.Banner.Texts;
using CookieGateway.Consent.Decisions;
using CookieGateway.ConsentApi.Pages;
using CookieGateway.Sites;

namespace CookieGateway.ConsentApi;

/// <summary>One request to one of the gateway's own paths, and the ways to answer it.</summary>
public sealed class OwnVisit(HttpContext http, Site site, VisitorConsent consent)
{
    // Our own pages load their style, send their forms, and nothing else.
    private const string OwnPolicy =
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public HttpContext Http { get; } = http;

    public Site Site { get; } = site;

    public VisitorConsent Consent { get; } = consent;

    /// <summary>The language to answer in; a form's own field may change it.</summary>
    public string Language { get; private set; } = VisitorLanguage.Of(http.Request, site);

    public NoticeTexts Texts => TextLibrary.For(Site.Banner, Language);

    /// <summary>The visitor's address as the trusted hop gave it; an IPv4 address looks like one.</summary>
    public IPAddress? Address => Http.Connection.RemoteIpAddress switch
    {
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4(),
        var address => address,
    };

    /// <summary>The address of the style that our own pages share.</summary>
    public required string Stylesheet { get; init; }

    public CancellationToken Aborted => Http.RequestAborted;

    public void SpeakLanguage(string? language) =>
        Language = language is not null && Site.Languages.Contains(language) ? language : Language;

    public Task OnGet(Func<Task> answer) => On(answer, HttpMethods.IsGet(Http.Request.Method) || HttpMethods.IsHead(Http.Request.Method), "GET, HEAD");

    public Task OnPost(Func<Task> answer) => On(answer, HttpMethods.IsPost(Http.Request.Method), "POST");

    public Task PageAsync(string title, string body, int status = StatusCodes.Status200OK)
    {
        var page = RazorText.Render<PageShell>(
            (nameof(PageShell.Visit), this),
            (nameof(PageShell.Title), title),
            (nameof(PageShell.Body), body));
        Http.Response.Headers.ContentSecurityPolicy = OwnPolicy;
        Http.Response.Headers["X-Robots-Tag"] = "noindex";
        Http.Response.Headers["Referrer-Policy"] = "same-origin";
        return SendAsync(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes("<!doctype html>\n" + AssetText.Branded(page, Site.Brand)));
    }

    public Task JsonAsync<T>(T value, int status = StatusCodes.Status200OK, JsonSerializerOptions? options = null) =>
        SendAsync(status, "application/json", JsonSerializer.SerializeToUtf8Bytes(value, options ?? Json));

    /// <summary>303, so that going back or reloading sends nothing twice. https://www.rfc-editor.org/rfc/rfc9110#name-303-see-other</summary>
    public Task SeeOtherAsync(string localPath)
    {
        Http.Response.Headers.Location = localPath;
        return SendAsync(StatusCodes.Status303SeeOther, null, default);
    }

    public Task NothingAsync() => SendAsync(StatusCodes.Status204NoContent, null, default);

    /// <summary>Says what went wrong: in a sentence to a page, by a word to a script.</summary>
    public Task FailAsync(OwnFailure failure)
    {
        if (failure is OwnFailure.TooMany or OwnFailure.Unavailable)
        {
            Http.Response.Headers.RetryAfter = failure == OwnFailure.TooMany ? "60" : "5";
        }

        var texts = Texts.Problems;
        var sentence = failure switch
        {
            OwnFailure.Unclear => texts.Unclear,
            OwnFailure.Foreign => texts.Foreign,
            OwnFailure.NotFound => texts.NotFound,
            OwnFailure.WrongMethod => texts.Method,
            OwnFailure.TooLarge => texts.TooLarge,
            OwnFailure.WrongType => texts.Type,
            OwnFailure.TooMany => texts.TooMany,
            _ => texts.Unavailable,
        };
        return WantsJson
            ? JsonAsync(new { error = failure.ToString(), message = sentence }, (int)failure)
            : PageAsync(texts.Title, RazorText.Render<ProblemPage>(
                (nameof(ProblemPage.Visit), this), (nameof(ProblemPage.Sentence), sentence)), (int)failure);
    }

    private bool WantsJson =>
        Http.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true
        || Http.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

    private Task On(Func<Task> answer, bool isAllowed, string allow)
    {
        if (isAllowed)
        {
            return answer();
        }

        Http.Response.Headers.Allow = allow;
        return FailAsync(OwnFailure.WrongMethod);
    }

    private async Task SendAsync(int status, string? type, ReadOnlyMemory<byte> body)
    {
        var response = Http.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (status is StatusCodes.Status204NoContent)
        {
            return;
        }

        response.ContentType = type;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(Http.Request.Method))
        {
            await response.Body.WriteAsync(body, Aborted);
        }
    }
}
