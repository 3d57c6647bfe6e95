using System.CommandLine;
using CookieGateway.Dashboard.Members;
using CookieGateway.Hosting;
using CookieGateway.Redis;
using CookieGateway.Sites;
using Microsoft.Extensions.Logging.Abstractions;

namespace CookieGateway.Commands;

/// <summary><c>member add</c>: lets somebody sign in to the dashboard. The members are in Redis, so the running gateway knows at once.</summary>
internal static class MemberCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Command Create(Option<string?> config)
    {
        var name = new Option<string>("--name") { Description = "What the member types to sign in.", Required = true };
        var role = new Option<string>("--role") { Description = "marketer, officer or administrator.", DefaultValueFactory = _ => "marketer" };
        var sites = new Option<string[]>("--site") { Description = "A site the member sees; may be repeated. Without it: all.", DefaultValueFactory = _ => [] };
        var reset = new Option<bool>("--reset") { Description = "Gives a member that exists another password." };
        var add = new Command("add", "Adds a member with a generated password, printed once.") { name, role, sites, reset };
        add.TreatUnmatchedTokensAsErrors = false;
        add.SetAction((parsed, cancellation) => WithRedisAsync(
            [.. parsed.UnmatchedTokens],
            parsed.GetValue(config),
            redis => MemberCommands.AddAsync(
                redis,
                parsed.GetValue(name)!,
                parsed.GetValue(role)!,
                parsed.GetValue(sites)!,
                parsed.GetValue(reset),
                Console.Out,
                Console.Error,
                cancellation)));
        return new Command("member", "Members of the dashboard.") { add };
    }

    private static async Task<int> WithRedisAsync(
        string[] settings, string? configurationFile, Func<RedisConnection, Task<int>> run)
    {
        try
        {
            var gateway = ConfigurationSources.Of(WebApplication.CreateBuilder(settings), configurationFile).Read().Gateway;
            var address = gateway.Redis == GatewaySettings.EmbeddedRedis
                ? EmbeddedRedis.Running(Path.Combine(gateway.DataDirectory, "redis"))
                : gateway.Redis;
            if (address is null)
            {
                await Console.Error.WriteLineAsync(
                    $"No gateway runs over \"{gateway.DataDirectory}\". Its embedded Redis holds the members: start the gateway, then add them.");
                return ExitCode.Unavailable;
            }

            await using var redis = RedisConnection.Open(address, NullLogger<RedisConnection>.Instance);
            await redis.ReachAsync(Patience);
            return await run(redis);
        }
        catch (ConfigurationMistakesException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return ExitCode.Misconfigured;
        }
    }
}
