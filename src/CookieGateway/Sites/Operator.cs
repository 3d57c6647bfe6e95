namespace CookieGateway.Sites;

/// <summary>The clinic as a legal person. Law 94-V Art. 8(4): a consent names the operator and its BIN or IIN.</summary>
public sealed record Operator
{
    public required TextByLanguage Name { get; init; }

    /// <summary>BIN or IIN, twelve digits, where the operator is in Kazakhstan; null while it is not filled in.</summary>
    public required string? Id { get; init; }

    public required TextByLanguage Address { get; init; }

    public required string? Email { get; init; }

    public required string? Phone { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }
}
