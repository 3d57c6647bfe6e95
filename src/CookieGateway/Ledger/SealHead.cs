using System.Globalization;

namespace CookieGateway.Ledger;

/// <summary>Which seals a site has: as text, "first last mac". It stands in Redis, and a copy in the data directory witnesses the end of the chain.</summary>
/// <param name="First">The oldest that has not been dropped; 1 until then.</param>
/// <param name="Last">The newest; 0 when there is none.</param>
/// <param name="Mac">The newest one's MAC.</param>
internal sealed record SealHead(long First, long Last, string Mac)
{
    public static SealHead None { get; } = new(1, 0, Seal.Beginning);

    public static SealHead? Read(string? text) =>
        text?.Split(' ') is [var first, var last, var mac]
        && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            ? new SealHead(from, to, mac)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First} {Last} {Mac}");
}
