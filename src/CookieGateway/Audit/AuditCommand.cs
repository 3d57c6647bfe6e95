namespace CookieGateway.Audit;

/// <summary>
/// <c>audit URL</c>: reads a few pages of a site as a visitor's browser would receive them, without running them, and says what they load and
/// set, for what purpose, and which block of configuration would put the gateway in front. The report goes to one writer, the progress
/// to another, so that a shell can keep the first. Returns an exit code.
/// </summary>
public static class AuditCommand
{
    private const int Done = 0;
    private const int NothingRead = 1;
    private const int BadAddress = 64;

    public static async Task<int> RunAsync(AuditOptions options, TextWriter report, TextWriter progress, CancellationToken cancellation)
    {
        if (!options.Start.IsAbsoluteUri || options.Start.Scheme is not ("http" or "https"))
        {
            await progress.WriteLineAsync($"\"{options.Start}\" is not the address of a page. Write it in full, as in https://clinic.kz/.");
            return BadAddress;
        }

        using var fetcher = new PageFetcher(options.AllowPrivate);
        var findings = await new SiteWalk(options, fetcher, progress).WalkAsync(cancellation);
        if (findings.Pages.Count == 0)
        {
            await progress.WriteLineAsync("No page could be read, so there is nothing to report.");
            return NothingRead;
        }

        await report.WriteAsync(options.Json ? AuditJson.Of(findings) : AuditReport.Of(findings));
        return Done;
    }
}
