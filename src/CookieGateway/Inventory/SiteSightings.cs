namespace CookieGateway.Inventory;

/// <summary>What one site was seen to have since the last flush.</summary>
internal sealed class SiteSightings(string site, int mostCookies, int mostThirdParties)
{
    public string Site => site;

    public SeenThings<SeenCookie> Cookies { get; } = new(mostCookies, static (known, seen) => known.With(seen));

    public SeenThings<SeenThirdParty> ThirdParties { get; } = new(mostThirdParties, static (known, seen) => known.With(seen));
}
