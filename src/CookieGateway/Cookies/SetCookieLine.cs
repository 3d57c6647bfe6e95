using System.Globalization;

namespace CookieGateway.Cookies;

/// <summary>
/// A <c>Set-Cookie</c> header, read as browsers read it. The text itself is never written anew: what passes, passes byte for byte.
/// https://www.rfc-editor.org/rfc/rfc6265#section-5.2
/// </summary>
public sealed record SetCookieLine
{
    public required string Name { get; init; }

    public string? Domain { get; private init; }

    public string? Path { get; private init; }

    /// <summary>How long it stays; null for the browser's session.</summary>
    public TimeSpan? Lifetime { get; private init; }

    public bool Secure { get; private init; }

    public bool HttpOnly { get; private init; }

    public bool Partitioned { get; private init; }

    public string? SameSite { get; private init; }

    /// <summary>It removes the cookie instead of setting it.</summary>
    public bool Removes => Lifetime <= TimeSpan.Zero;

    public static SetCookieLine Read(string text, DateTimeOffset now)
    {
        var parts = text.Split(';');
        var line = new SetCookieLine { Name = NameIn(parts[0]) };
        var hasMaxAge = false;
        foreach (var part in parts.AsSpan(1))
        {
            var (attribute, value) = Split(part);
            line = attribute.ToLowerInvariant() switch
            {
                "domain" => line with { Domain = value.TrimStart('.').ToLowerInvariant() },
                "path" => line with { Path = value },
                "secure" => line with { Secure = true },
                "httponly" => line with { HttpOnly = true },
                "partitioned" => line with { Partitioned = true },
                "samesite" => line with { SameSite = value },
                "max-age" when Seconds(value) is { } lifetime => line with { Lifetime = lifetime },
                // Max-Age wins over Expires, in whatever order they stand.
                "expires" when !hasMaxAge && Date(value) is { } moment => line with { Lifetime = moment - now },
                _ => line,
            };
            hasMaxAge |= attribute.Equals("max-age", StringComparison.OrdinalIgnoreCase) && Seconds(value) is not null;
        }

        return line;
    }

    // As in a request: without an equals sign it is a value without a name.
    private static string NameIn(string pair) => pair.Contains('=') ? Split(pair).Name : "";

    private static (string Name, string Value) Split(string part)
    {
        var equals = part.IndexOf('=');
        return equals < 0 ? (part.Trim(), "") : (part[..equals].Trim(), part[(equals + 1)..].Trim());
    }

    private static TimeSpan? Seconds(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, -1, int.MaxValue))
            : null;

    private static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParse(text.Replace('-', ' '), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
}
