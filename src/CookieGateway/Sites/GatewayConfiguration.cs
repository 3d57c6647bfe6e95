namespace CookieGateway.Sites;

/// <summary>One faultless reading of the whole configuration.</summary>
public sealed record GatewayConfiguration
{
    public required GatewaySettings Gateway { get; init; }

    public required IReadOnlyList<Site> Sites { get; init; }
}
