using System.CommandLine;

namespace CookieGateway.Commands;

/// <summary>The program's commands. Without one it runs the gateway.</summary>
internal static class CommandLine
{
    public static Task<int> RunAsync(string[] args)
    {
        var config = new Option<string?>("--config")
        {
            Description = "The configuration file; environment variables and --Key=value on the command line win over it.",
            HelpName = "FILE",
            Recursive = true,
        };
        var root = new RootCommand("CookieGateway: a cookie-consent gateway in front of web sites.") { config };
        root.Subcommands.Add(RunCommand.Create("run", config));
        root.Subcommands.Add(CheckConfigCommand.Create(config));
        root.Subcommands.Add(AuditSiteCommand.Create());
        root.Subcommands.Add(LedgerCommand.Create(config));
        root.Subcommands.Add(MemberCommand.Create(config));
        RunCommand.MakeDefault(root, config);

        // How long requests under way may take when the process is told to stop is the host's to say.
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }
}
