namespace CookieGateway.Banner;

/// <summary>
/// What the page's own Content-Security-Policy lets the banner use. The gateway never loosens a policy: what it does not permit
/// is left out, and the form, which needs nothing, is what remains.
/// </summary>
/// <param name="Scripts">Our same-origin scripts may run.</param>
/// <param name="InlineStyles">A style element of ours counts.</param>
/// <param name="Stylesheets">A same-origin style sheet counts.</param>
public readonly record struct CspPermissions(bool Scripts, bool InlineStyles, bool Stylesheets)
{
    private const string NoncePrefix = "'nonce-";

    /// <summary>The page has no policy.</summary>
    public static CspPermissions Unrestricted { get; } = new(true, true, true);

    /// <summary>Reads all policies of a page; each may hold several, parted by commas, and all of them count.</summary>
    public static CspPermissions Read(IEnumerable<string> policies, string? nonce)
    {
        var permitted = Unrestricted;
        foreach (var policy in policies.SelectMany(header => header.Split(',', StringSplitOptions.TrimEntries)))
        {
            var scripts = Sources(policy, "script-src-elem", "script-src", "default-src");
            var styles = Sources(policy, "style-src-elem", "style-src", "default-src");
            permitted = new(
                permitted.Scripts && PermitsOwn(scripts, nonce),
                permitted.InlineStyles && PermitsInline(styles, nonce),
                permitted.Stylesheets && PermitsOwn(styles, nonce));
        }

        return permitted;
    }

    /// <summary>The nonce that the page gives its scripts; null where it uses none.</summary>
    public static string? FindNonce(IEnumerable<string> policies) => policies
        .SelectMany(header => header.Split(',', StringSplitOptions.TrimEntries))
        .SelectMany(policy => Sources(policy, "script-src-elem", "script-src", "default-src") ?? [])
        .Where(source => source.StartsWith(NoncePrefix, StringComparison.OrdinalIgnoreCase) && source.EndsWith('\''))
        .Select(source => source[NoncePrefix.Length..^1])
        .FirstOrDefault();

    // https://www.w3.org/TR/CSP3/#match-url-to-source-list, for the one URL that is always the page's own origin.
    private static bool PermitsOwn(string[]? sources, string? nonce) =>
        sources is null
        || HasNonce(sources, nonce)
        || (!Has(sources, "'strict-dynamic'") && (Has(sources, "'self'") || Has(sources, "*") || Has(sources, "https:") || Has(sources, "http:")));

    // https://www.w3.org/TR/CSP3/#allow-all-inline: a nonce or a hash in the list takes 'unsafe-inline' back.
    private static bool PermitsInline(string[]? sources, string? nonce) =>
        sources is null
        || HasNonce(sources, nonce)
        || (Has(sources, "'unsafe-inline'") && !sources.Any(IsNonceOrHash));

    private static bool HasNonce(string[] sources, string? nonce) => nonce is not null && sources.Contains($"{NoncePrefix}{nonce}'");

    private static bool IsNonceOrHash(string source) =>
        source.StartsWith(NoncePrefix, StringComparison.OrdinalIgnoreCase) || source.StartsWith("'sha", StringComparison.OrdinalIgnoreCase);

    private static bool Has(string[] sources, string source) => sources.Contains(source, StringComparer.OrdinalIgnoreCase);

    private static string[]? Sources(string policy, params ReadOnlySpan<string> names)
    {
        var directives = policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names)
        {
            foreach (var directive in directives)
            {
                var words = directive.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                if (words[0].Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return words[1..];
                }
            }
        }

        return null;
    }
}
