using System.Text.Json.Nodes;
using CookieGateway.Dashboard.Metrics;
using CookieGateway.Sites;

namespace CookieGateway.Dashboard.Health;

/// <summary>
/// The paths for machines. They answer to any host name, since probes call containers and pods by names nobody can foresee, and they hold
/// numbers and states only. <c>degraded</c> is 200: the sites are served and decisions are kept, so a balancer that took the gateway out
/// for it would turn a small trouble into an outage. Alert on the word, or on the metric <c>cookiegateway_ready</c>.
/// </summary>
internal static class MachinePaths
{
    public static void MapMachinePaths(this WebApplication app) => app.Use(AnswerAsync);

    private static Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            return next(http);
        }

        return http.Request.Path.Value switch
        {
            "/health/live" => WriteAsync(http, new JsonObject { ["status"] = "live" }),
            "/health/ready" => WriteAsync(http, Readiness(http.RequestServices)),
            "/metrics" => MetricsAsync(http),
            _ => next(http),
        };
    }

    private static JsonObject Readiness(IServiceProvider services)
    {
        var checks = services.GetRequiredService<ReadinessChecks>().Ask();
        var answer = new JsonObject
        {
            ["status"] = checks.All(check => check.Reasons.Count == 0) ? "ready" : "degraded",
            ["sites"] = services.GetRequiredService<SiteCatalog>().All.Count,
        };
        foreach (var (name, reasons) in checks)
        {
            answer[name] = reasons.Count == 0
                ? new JsonObject { ["status"] = "ready" }
                : new JsonObject { ["status"] = "degraded", ["reasons"] = new JsonArray([.. reasons.Select(reason => JsonValue.Create(reason))]) };
        }

        return answer;
    }

    private static Task WriteAsync(HttpContext http, JsonObject answer)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(answer.ToJsonString(Readable) + "\n", http.RequestAborted);
    }

    private static Task MetricsAsync(HttpContext http)
    {
        http.Response.ContentType = PrometheusText.ContentType;
        return http.Response.WriteAsync(http.RequestServices.GetRequiredService<PrometheusText>().Write(), http.RequestAborted);
    }

    private static System.Text.Json.JsonSerializerOptions Readable { get; } = new()
    {
        // The reasons are sentences for people; quotes in them need no escaping beyond JSON's own.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };
}
