using System.Text.Json;
using System.Text.Json.Serialization;
using CookieGateway.Consent.Purposes;

namespace CookieGateway.Consent.Trackers.Catalog;

/// <summary>One data file: a group of vendors. Vendor and country of the file hold for trackers that name none.</summary>
internal sealed record CatalogFile
{
    public string? Vendor { get; init; }

    public string? Country { get; init; }

    public required IReadOnlyList<CatalogEntry> Trackers { get; init; }
}

/// <summary>A tracker as the data files write it: short for people, expanded by <see cref="CatalogReader"/>.</summary>
/// <remarks>Lists are settable: the generated reader would give init-only ones null, not their initial value, when absent.</remarks>
internal sealed record CatalogEntry
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? Vendor { get; init; }

    public string? Country { get; init; }

    /// <summary>The kind of technology, which gives purpose and sentence where the entry has none of its own.</summary>
    public string? Kind { get; init; }

    public Purpose? Purpose { get; init; }

    public LocalizedText? Does { get; init; }

    public EmbedKind? Embed { get; init; }

    public IReadOnlyList<string> Requests { get; set; } = [];

    public IReadOnlyList<string> Paths { get; set; } = [];

    public IReadOnlyList<string> Globals { get; set; } = [];

    public IReadOnlyList<string> Calls { get; set; } = [];

    public IReadOnlyList<TrackerCookie> Cookies { get; set; } = [];

    public IReadOnlyList<string> Storage { get; set; } = [];

    public CatalogConsent? Consent { get; init; }

    public string? Stub { get; init; }
}

/// <summary>A tracker's own switch, its calls as JSON arrays.</summary>
internal sealed record CatalogConsent
{
    public JsonElement? Grant { get; init; }

    public JsonElement? Refuse { get; init; }

    public string? Disable { get; init; }
}

/// <summary>What all technologies of a kind have in common.</summary>
internal sealed record CatalogKind
{
    public required Purpose Purpose { get; init; }

    public required LocalizedText Does { get; init; }

    public EmbedKind Embed { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = false)]
[JsonSerializable(typeof(CatalogFile))]
[JsonSerializable(typeof(Dictionary<string, CatalogKind>))]
internal sealed partial class CatalogJson : JsonSerializerContext;
