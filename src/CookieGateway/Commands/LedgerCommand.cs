using System.CommandLine;
using CookieGateway.Hosting;
using CookieGateway.Ledger;
using CookieGateway.Redis;
using CookieGateway.Sites;

namespace CookieGateway.Commands;

/// <summary><c>ledger verify</c> and <c>ledger export</c>: shows every decision later, and that none was changed.</summary>
internal static class LedgerCommand
{
    public static Command Create(Option<string?> config) =>
        new("ledger", "The records of what visitors have decided.") { Verify(config), Export(config) };

    private static Command Verify(Option<string?> config)
    {
        var site = new Option<string?>("--site") { Description = "One site; without it all are checked." };
        var verify = new Command("verify", "Checks records and seals; says what was changed, removed or added.") { site };
        verify.TreatUnmatchedTokensAsErrors = false;
        verify.SetAction((parsed, cancellation) => WithConfigurationAsync(
            [.. parsed.UnmatchedTokens],
            parsed.GetValue(config),
            read => LedgerCommands.VerifyAsync(
                LedgerSettings.Of(read.Gateway), new SiteCatalog(read.Sites), parsed.GetValue(site), Console.Out, cancellation)));
        return verify;
    }

    private static Command Export(Option<string?> config)
    {
        var site = new Option<string>("--site") { Description = "The site whose records are wanted.", Required = true };
        var from = new Option<DateTimeOffset?>("--from") { Description = "The first moment, as in 2026-11-01; without it from the start." };
        var to = new Option<DateTimeOffset?>("--to") { Description = "The moment before which records end; without it all." };
        var format = new Option<string>("--format") { Description = "jsonl or csv.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        var export = new Command("export", "Writes a site's records to the standard output, the oldest first.") { site, from, to, format };
        export.TreatUnmatchedTokensAsErrors = false;
        export.SetAction((parsed, cancellation) => WithConfigurationAsync(
            [.. parsed.UnmatchedTokens],
            parsed.GetValue(config),
            read => LedgerCommands.ExportAsync(
                LedgerSettings.Of(read.Gateway),
                parsed.GetValue(site)!,
                parsed.GetValue(from),
                parsed.GetValue(to),
                csv: parsed.GetValue(format) == "csv",
                Console.Out,
                cancellation)));
        return export;
    }

    private static async Task<int> WithConfigurationAsync(
        string[] settings, string? configurationFile, Func<GatewayConfiguration, Task<int>> run)
    {
        try
        {
            return await run(ConfigurationSources.Of(WebApplication.CreateBuilder(settings), configurationFile).Read());
        }
        catch (ConfigurationMistakesException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return ExitCode.Misconfigured;
        }
        catch (RedisUnavailableException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return ExitCode.Unavailable;
        }
    }
}
