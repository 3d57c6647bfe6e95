using System.Security.Cryptography;

namespace CookieGateway.Dashboard.Members;

/// <summary>What can be done about members, from the dashboard and from the command line.</summary>
public sealed class Membership(MemberStore store, TimeProvider time)
{
    public const int ShortestPassword = 12;

    /// <summary>Adds a member with a generated password, and returns it: it is kept nowhere. Null when the name is taken.</summary>
    public async Task<string?> AddAsync(string name, MemberRole role, IReadOnlyList<string> sites, CancellationToken cancellation)
    {
        var password = GeneratedPassword.New();
        var added = await store.AddAsync(
            new Member
            {
                Name = name,
                Role = role,
                Sites = sites,
                Password = PasswordHash.Of(password),
                Stamp = NewStamp(),
                Created = time.GetUtcNow(),
            },
            cancellation);
        return added ? password : null;
    }

    /// <summary>Gives a member another password, generated unless it is given; every session of the member ends.</summary>
    public async Task<string> ResetPasswordAsync(Member member, string? password, CancellationToken cancellation)
    {
        password ??= GeneratedPassword.New();
        await store.ReplaceAsync(member with { Password = PasswordHash.Of(password), Stamp = NewStamp() }, cancellation);
        return password;
    }

    /// <summary>Removes a member; false for the last administrator, without whom nobody could add one.</summary>
    public async Task<bool> RemoveAsync(Member member, CancellationToken cancellation)
    {
        var all = await store.AllAsync(cancellation);
        if (member.Role == MemberRole.Administrator && all.Count(other => other.Role == MemberRole.Administrator) <= 1)
        {
            return false;
        }

        await store.RemoveAsync(member.Name, cancellation);
        return true;
    }

    private static string NewStamp() => RandomNumberGenerator.GetHexString(16, lowercase: true);
}
