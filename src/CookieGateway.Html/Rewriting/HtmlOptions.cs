namespace CookieGateway.Html.Rewriting;

/// <summary>How a page is rewritten, whatever the policy.</summary>
public sealed record HtmlOptions
{
    /// <summary>The options as they are when nobody says otherwise.</summary>
    public static HtmlOptions Default { get; } = new();

    /// <summary>How many bytes of a page may be held back at a time; 1 MiB by default.</summary>
    public int MemoryLimit { get; init; } = 1 << 20;

    /// <summary>What happens beyond the limit; refused by default.</summary>
    public OverLimit OverLimit { get; init; } = OverLimit.Refuse;
}
