using System.Buffers;

namespace CookieGateway.Consent.Decisions;

/// <summary>The one spelling of ids and hashes: lower-case hexadecimal digits, of a fixed number.</summary>
internal static class HexDigits
{
    private static readonly SearchValues<char> Lower = SearchValues.Create("0123456789abcdef");

    public static bool Are(string? text, int count) =>
        text is not null && text.Length == count && !text.AsSpan().ContainsAnyExcept(Lower);
}
