using System.Net;
using CookieGateway.Sites;

namespace CookieGateway.Dashboard;

/// <summary>
/// Refuses requests that name another host: a page elsewhere whose name was made to point here (DNS rebinding), or a clinic's host on the
/// wrong port. An IP address or localhost cannot be anybody else's name, so these are always accepted.
/// </summary>
internal sealed class DashboardHosts(DashboardSettings settings, SiteCatalog sites)
{
    private readonly HashSet<string> _names = new(
        settings.Hosts.Append(BindingAddress.Parse(settings.Url).Host), StringComparer.OrdinalIgnoreCase);

    public Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        var host = http.Request.Host;
        if (Accepts(host) && sites.Find(host) is null)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(
            "The dashboard does not answer to this name. Call it by its own address, or name it in Gateway:DashboardHosts.\n");
    }

    private bool Accepts(HostString host) =>
        host.HasValue && (host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || IPAddress.TryParse(host.Host.Trim('[', ']'), out _) || _names.Contains(host.Host));
}
