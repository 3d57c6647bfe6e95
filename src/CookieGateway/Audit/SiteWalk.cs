using CookieGateway.Consent.Trackers;

namespace CookieGateway.Audit;

/// <summary>Walks through a site: the first page, then those it links to, breadth first, one at a time, on the same host only.</summary>
internal sealed class SiteWalk(AuditOptions options, PageFetcher fetcher, TextWriter progress)
{
    private const int MostRedirects = 5;

    private readonly Queue<Uri> _ahead = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public async Task<SiteFindings> WalkAsync(CancellationToken cancellation)
    {
        var host = options.Start.IdnHost.ToLowerInvariant();
        var judge = new TrackerJudge(TrackerCatalog.BuiltIn, new TrackerRules { OwnHosts = [host, .. WithAndWithoutWww(host)] });
        var findings = new SiteFindings(options.Start, judge);
        var robots = await RobotsAsync(cancellation);
        var pause = robots.Pause > options.Pause ? robots.Pause : options.Pause;

        Add(options.Start);
        for (var fetches = 0; _ahead.Count > 0 && findings.Pages.Count < options.Pages && fetches < options.Pages * 3; fetches++)
        {
            var address = _ahead.Dequeue();
            if (!robots.Permits(address.PathAndQuery))
            {
                await progress.WriteLineAsync($"  {address.PathAndQuery}: left alone, as robots.txt asks.");
                continue;
            }

            if (fetches > 0)
            {
                await Task.Delay(pause, cancellation);
            }

            await VisitAsync(address, findings, cancellation);
        }

        return findings;
    }

    private async Task VisitAsync(Uri address, SiteFindings findings, CancellationToken cancellation)
    {
        await progress.WriteAsync($"  [{findings.Pages.Count + 1}/{options.Pages}] {address.PathAndQuery} ");
        try
        {
            var page = await FollowAsync(address, findings, cancellation);
            if (page is null || !page.IsHtml)
            {
                await progress.WriteLineAsync(page is null ? "leads away from the site." : $"{(int)page.Status}, not a page.");
                return;
            }

            var reading = await PageReading.ReadAsync(page, findings.Judge, cancellation);
            findings.Add(reading);
            foreach (var link in reading.Links)
            {
                Add(link);
            }

            await progress.WriteLineAsync($"{(int)page.Status}, {reading.Requests.Count} requests seen.");
        }
        catch (PageUnavailableException failure)
        {
            await progress.WriteLineAsync(failure.Message);
        }
    }

    // Cookies on redirects count: many a counter sets its cookie there.
    private async Task<FetchedPage?> FollowAsync(Uri address, SiteFindings findings, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            var page = await fetcher.FetchAsync(address, cancellation);
            findings.AddCookies(page);
            if (page.RedirectsTo is not { } next)
            {
                return page;
            }

            if (!IsOfTheSite(next))
            {
                return null;
            }

            _known.Add(KeyOf(next));
            address = next;
        }

        throw new PageUnavailableException("It redirects in a circle.");
    }

    private async Task<RobotsRules> RobotsAsync(CancellationToken cancellation)
    {
        try
        {
            var page = await fetcher.FetchAsync(new Uri(options.Start, "/robots.txt"), cancellation);
            return (int)page.Status == 200 && !page.IsHtml ? RobotsRules.Read(page.Body) : RobotsRules.None;
        }
        catch (PageUnavailableException)
        {
            return RobotsRules.None;
        }
    }

    private void Add(Uri address)
    {
        if (IsOfTheSite(address) && _known.Add(KeyOf(address)))
        {
            _ahead.Enqueue(address);
        }
    }

    private bool IsOfTheSite(Uri address)
    {
        var (host, start) = (address.IdnHost.ToLowerInvariant(), options.Start.IdnHost.ToLowerInvariant());

        // From http to https on their usual ports it is the same site; another port is another server.
        var samePort = address.Port == options.Start.Port || (address.IsDefaultPort && options.Start.IsDefaultPort);
        return address.Scheme is "http" or "https" && samePort && (host == start || WithAndWithoutWww(start).Contains(host));
    }

    private static string KeyOf(Uri address) => address.PathAndQuery;

    private static IEnumerable<string> WithAndWithoutWww(string host) =>
        host.StartsWith("www.", StringComparison.Ordinal) ? [host["www.".Length..]] : ["www." + host];
}
