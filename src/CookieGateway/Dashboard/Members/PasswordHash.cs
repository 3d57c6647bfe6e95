using System.Globalization;
using System.Security.Cryptography;

namespace CookieGateway.Dashboard.Members;

/// <summary>
/// PBKDF2 (RFC 8018) with HMAC-SHA-512, written as <c>pbkdf2-sha512$rounds$salt$hash</c>: the rounds stand with each hash, so that they can be
/// raised without breaking a password.
/// </summary>
internal static class PasswordHash
{
    // https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2
    private const int Rounds = 210_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const string Scheme = "pbkdf2-sha512";

    // Checked where nobody has the name that was typed, so that the answer takes as long as for a member.
    private static readonly string Nobody = Of(RandomNumberGenerator.GetHexString(32));

    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA512, HashBytes);
        return string.Join('$', Scheme, Rounds.ToString(CultureInfo.InvariantCulture), Convert.ToBase64String(salt), Convert.ToBase64String(hash));
    }

    /// <summary>Whether the password is the member's. Without a member it is false, after the same work.</summary>
    public static bool Matches(string password, Member? member) => Matches(password, member?.Password ?? Nobody) && member is not null;

    private static bool Matches(string password, string hash)
    {
        if (hash.Split('$') is not [Scheme, var rounds, var salt, var expected]
            || !int.TryParse(rounds, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        var wanted = Convert.FromBase64String(expected);
        var actual = Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromBase64String(salt), count, HashAlgorithmName.SHA512, wanted.Length);
        return CryptographicOperations.FixedTimeEquals(actual, wanted);
    }
}
