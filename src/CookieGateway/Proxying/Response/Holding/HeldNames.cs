using System.Collections.Concurrent;
using System.Text;

namespace CookieGateway.Proxying.Response.Holding;

/// <summary>The names of the attributes that the gateway writes, by the brand that they begin with. DESIGN.md, section 8.</summary>
internal sealed class HeldNames
{
    private static readonly ConcurrentDictionary<string, HeldNames> Known = new(StringComparer.Ordinal);

    private HeldNames(string brand)
    {
        Prefix = Encoding.ASCII.GetBytes($"data-{brand}-");
        Purpose = [.. Prefix, .. "purpose"u8];
        Tracker = [.. Prefix, .. "tracker"u8];
        Placeholder = [.. Prefix, .. "placeholder"u8];
        Stub = [.. Prefix, .. "stub"u8];
        Type = [.. Prefix, .. "type"u8];
        Addresses = [.. Prefix, .. "addresses"u8];
    }

    /// <summary>What stands before the name of an attribute that is kept for the release: <c>data-cg-</c>.</summary>
    public byte[] Prefix { get; }

    /// <summary>What has to be granted; several words with spaces between them when all of them have to be.</summary>
    public byte[] Purpose { get; }

    /// <summary>The tracker's id, or several with spaces between them.</summary>
    public byte[] Tracker { get; }

    public byte[] Placeholder { get; }

    /// <summary>What answers for the tracker where the guard does not know it by heart; several with semicolons between them.</summary>
    public byte[] Stub { get; }

    public byte[] Type { get; }

    /// <summary>The addresses that stood in a style sheet, with spaces between them.</summary>
    public byte[] Addresses { get; }

    public static HeldNames Of(string brand) => Known.GetOrAdd(brand, static brand => new HeldNames(brand));
}
