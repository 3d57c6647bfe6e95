using System.CommandLine;
using CookieGateway.Sites;
using Microsoft.AspNetCore.Connections;

namespace CookieGateway.Commands;

/// <summary><c>run</c>: the gateway, until it is told to stop.</summary>
internal static class RunCommand
{
    public static Command Create(string name, Option<string?> config)
    {
        var command = new Command(name, "Runs the gateway. This is the default.");
        MakeDefault(command, config);
        return command;
    }

    /// <summary>Whatever the command line does not know goes to ASP.NET Core's configuration, as in <c>--Urls=http://*:8080</c>.</summary>
    public static void MakeDefault(Command command, Option<string?> config)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) =>
            RunAsync([.. parsed.UnmatchedTokens], parsed.GetValue(config), Console.Error, cancellationToken));
    }

    internal static async Task<int> RunAsync(
        string[] settings, string? configurationFile, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            await using var gateway = await GatewayHost.StartAsync(settings, configurationFile, cancellationToken: cancellationToken);
            await gateway.WaitForShutdownAsync(cancellationToken);
            return ExitCode.Success;
        }
        catch (ConfigurationMistakesException problem)
        {
            await errors.WriteLineAsync("The gateway did not start. Its configuration needs attention:");
            await errors.WriteLineAsync(problem.Message);
            return ExitCode.Misconfigured;
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            await errors.WriteLineAsync($"The gateway did not start. {problem.Message} Stop what listens there, or choose another port under Urls.");
            return ExitCode.Unavailable;
        }
    }
}
