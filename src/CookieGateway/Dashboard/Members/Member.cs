using System.Text.RegularExpressions;

namespace CookieGateway.Dashboard.Members;

/// <summary>A person who signs in to the dashboard.</summary>
public sealed partial record Member
{
    /// <summary>What is typed to sign in: 2 to 40 lower-case letters, digits, dots, hyphens, underscores, or an e-mail address.</summary>
    public required string Name { get; init; }

    public required MemberRole Role { get; init; }

    /// <summary>The ids of the sites that the member sees; empty for all, those of the future included.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>See <see cref="PasswordHash"/>.</summary>
    public required string Password { get; init; }

    /// <summary>Changes with the password, the role and the sites: a session that was begun with another stamp is over.</summary>
    public required string Stamp { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The name in its one spelling; null when it is not a name.</summary>
    public static string? NameOf(string? typed) =>
        typed?.Trim().ToLowerInvariant() is { } name && Names().IsMatch(name) ? name : null;

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._@+-]{1,39}\z")]
    private static partial Regex Names();
}
