using System.Diagnostics;
using System.Text;
using CookieGateway.Dashboard.Members;
using CookieGateway.Redis;

namespace CookieGateway.Demo;

/// <summary>Who signs in to the demo's dashboard. The generated password is kept beside the data, so that every start can show it.</summary>
internal sealed record DemoMember(string Name, string Password)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Null when Redis is not there, or holds members of whom this demo knows no password.</summary>
    public static async Task<DemoMember?> FindAsync(IServiceProvider gateway, string dataDirectory, CancellationToken stopping)
    {
        var file = Path.Combine(dataDirectory, "dashboard-member.txt");
        var redis = gateway.GetRequiredService<RedisConnection>();
        if (!await AddFirstAsync(redis, file, stopping))
        {
            return null;
        }

        return File.Exists(file) && await File.ReadAllLinesAsync(file, stopping) is [var name, var password, ..]
            ? new DemoMember(name, password)
            : null;
    }

    /// <summary>A Redis that has just been started may need a moment. False when it has not come even so.</summary>
    private static async Task<bool> AddFirstAsync(RedisConnection redis, string file, CancellationToken stopping)
    {
        for (var started = Stopwatch.GetTimestamp(); ; await Task.Delay(s_pause, stopping))
        {
            try
            {
                if (await MemberCommands.AddFirstAsync(redis, TimeProvider.System, stopping) is { } added)
                {
                    OwnerOnlyFile.Write(file, Encoding.UTF8.GetBytes($"{added.Name}\n{added.Password}\n"));
                }

                return true;
            }
            catch (RedisUnavailableException) when (Stopwatch.GetElapsedTime(started) < s_patience)
            {
                // Not there yet.
            }
            catch (RedisUnavailableException)
            {
                return false;
            }
        }
    }
}
