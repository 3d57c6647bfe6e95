namespace CookieGateway.ConsentApi;

/// <summary>Where a form leads back to: always a path of the same host, or the answer to a form would send visitors anywhere.</summary>
internal static class LocalReturn
{
    private const int Longest = 2_000;

    /// <summary>The path itself when it is local; null when it is not. A browser reads a backslash as a slash, and drops tabs and line ends.</summary>
    public static string? Checked(string? path) =>
        path is ['/', .. var rest] && path.Length <= Longest && rest is not ['/' or '\\', ..] && !path.Any(c => c < ' ' || c == '\\' || c > '~')
            ? path
            : null;

    /// <summary>Where this visitor came from, as far as it is this host; its front page otherwise.</summary>
    public static string Of(HttpRequest request, string? asked) =>
        Checked(asked) ?? Checked(SameOrigin.LocalPath(request.Headers.Referer, request.Host)) ?? "/";
}
