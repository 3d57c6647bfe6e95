using System.CommandLine;
using CookieGateway.Hosting;
using CookieGateway.Sites;

namespace CookieGateway.Commands;

/// <summary><c>check-config</c>: says what is wrong with a configuration, or that nothing is, and what the law still wants filled in.</summary>
internal static class CheckConfigCommand
{
    public static Command Create(Option<string?> config)
    {
        var command = new Command("check-config", "Reads the configuration, reports every mistake in it, and ends.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, _) => RunAsync([.. parsed.UnmatchedTokens], parsed.GetValue(config), Console.Out, Console.Error));
        return command;
    }

    internal static async Task<int> RunAsync(string[] settings, string? configurationFile, TextWriter output, TextWriter errors)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(settings);
            var configuration = ConfigurationSources.Of(builder, configurationFile).Read();
            await output.WriteLineAsync($"The configuration is in order. Sites: {string.Join(", ", configuration.Sites)}.");
            foreach (var warning in configuration.Sites.SelectMany(site => site.Warnings))
            {
                await output.WriteLineAsync($"  - {warning}");
            }

            return ExitCode.Success;
        }
        catch (ConfigurationMistakesException problem)
        {
            await errors.WriteLineAsync("The configuration needs attention:");
            await errors.WriteLineAsync(problem.Message);
            return ExitCode.Misconfigured;
        }
    }
}
