using CookieGateway.Redis;

namespace CookieGateway.Dashboard.Members;

/// <summary>The commands <c>member add</c> and its kin: the way in where nobody can sign in yet. Each returns an exit code.</summary>
public static class MemberCommands
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int Unavailable = 69;

    /// <summary>Adds a member and prints the generated password, once. The reset gives an existing member another one.</summary>
    public static async Task<int> AddAsync(
        RedisConnection redis,
        string typedName,
        string typedRole,
        IReadOnlyList<string> sites,
        bool reset,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellation)
    {
        if (Member.NameOf(typedName) is not { } name)
        {
            await errors.WriteLineAsync(
                $"--name is \"{typedName}\". It must be 2 to 40 lower-case Latin letters, digits, dots, hyphens, underscores or @.");
            return Refused;
        }

        if (!Enum.TryParse<MemberRole>(typedRole, ignoreCase: true, out var role) || !Enum.IsDefined(role))
        {
            await errors.WriteLineAsync($"--role is \"{typedRole}\". It must be marketer, officer or administrator.");
            return Refused;
        }

        var store = new MemberStore(redis);
        var membership = new Membership(store, TimeProvider.System);
        try
        {
            var known = await store.FindAsync(name, cancellation);
            if (known is not null && !reset)
            {
                await errors.WriteLineAsync($"There is a member \"{name}\" already. Give --reset to set another password.");
                return Refused;
            }

            var password = known is null
                ? await membership.AddAsync(name, role, sites, cancellation)
                : await membership.ResetPasswordAsync(known, password: null, cancellation);
            await output.WriteLineAsync($"Member:   {name} ({(known?.Role ?? role).ToString().ToLowerInvariant()})");
            await output.WriteLineAsync($"Password: {password}");
            await output.WriteLineAsync("It is shown this once and kept nowhere. It can be changed in the dashboard.");
            return Done;
        }
        catch (RedisUnavailableException failure)
        {
            await errors.WriteLineAsync($"The member was not added. {failure.Message} Members are kept in Redis: start it, or see Gateway:Redis.");
            return Unavailable;
        }
    }

    /// <summary>The first administrator of a gateway that has no member yet, for the demo; null when there is one.</summary>
    public static async Task<(string Name, string Password)?> AddFirstAsync(RedisConnection redis, TimeProvider time, CancellationToken cancellation)
    {
        const string Name = "admin";
        var store = new MemberStore(redis);
        if ((await store.AllAsync(cancellation)).Count > 0)
        {
            return null;
        }

        var password = await new Membership(store, time).AddAsync(Name, MemberRole.Administrator, [], cancellation);
        return password is null ? null : (Name, password);
    }
}
