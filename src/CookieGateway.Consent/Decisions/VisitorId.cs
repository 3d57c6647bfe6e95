using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace CookieGateway.Consent.Decisions;

/// <summary>Who looks at the page: 128 random bits and nothing else, written as 32 lower-case hexadecimal digits.</summary>
public readonly record struct VisitorId
{
    private const int Digits = 32;
    private static readonly string Nobody = new('0', Digits);
    private readonly string? _text;

    private VisitorId(string text) => _text = text;

    /// <summary>A new id from the system's cryptographic random numbers (ASVS 7.2.3).</summary>
    public static VisitorId New() => new(RandomNumberGenerator.GetHexString(Digits, lowercase: true));

    /// <summary>Reads exactly what <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out VisitorId id)
    {
        var valid = HexDigits.Are(text, Digits);
        id = valid && text != Nobody ? new VisitorId(text!) : default;
        return valid;
    }

    /// <summary>The id's digits; the default value, which belongs to nobody, is all zeros.</summary>
    public override string ToString() => _text ?? Nobody;
}
