using System.Security.Cryptography;

namespace CookieGateway.Dashboard.Members;

/// <summary>A password that nobody chose: four groups of five, without characters that are mistaken for one another; 98 bits.</summary>
internal static class GeneratedPassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string New() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
}
