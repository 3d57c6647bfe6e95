using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace CookieGateway.Consent.Decisions;

/// <summary>Identifies a notice by what was shown: the SHA-256 of its bytes, as 64 lower-case hexadecimal digits.</summary>
public readonly record struct NoticeVersion
{
    private const int Digits = 64;
    private readonly string? _text;

    private NoticeVersion(string text) => _text = text;

    /// <summary>The version of these very bytes.</summary>
    public static NoticeVersion Of(ReadOnlySpan<byte> notice) => new(Convert.ToHexStringLower(SHA256.HashData(notice)));

    /// <summary>Reads exactly what <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out NoticeVersion version)
    {
        var valid = HexDigits.Are(text, Digits);
        version = valid ? new NoticeVersion(text!) : default;
        return valid;
    }

    /// <summary>The digits; empty for the default value, which stands for no notice.</summary>
    public override string ToString() => _text ?? "";
}
