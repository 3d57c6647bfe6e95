namespace CookieGateway.Proxying.Response;

/// <summary>Where a page lies.</summary>
/// <param name="Scheme">"http" or "https", as the visitor's browser sees it.</param>
/// <param name="Host">The Host header: with the port where it has one.</param>
/// <param name="Target">Path and query, byte for byte as they were asked for.</param>
public readonly record struct PageAddress(string Scheme, string Host, string Target)
{
    /// <summary>The path alone: what may be written down. A query may hold personal data.</summary>
    public string Path => Target.IndexOf('?') is >= 0 and var query ? Target[..query] : Target;

    public override string ToString() => $"{Scheme}://{Host}{Target}";
}
