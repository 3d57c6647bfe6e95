using System.Reflection;
using System.Text.Json;

namespace CookieGateway.Consent.Trackers.Catalog;

/// <summary>Reads the data files that are embedded in the assembly, and says by file and id what is wrong with them.</summary>
internal static class CatalogReader
{
    /// <summary>The file that holds no trackers but the kinds of them.</summary>
    private const string KindsFile = "kinds.json";

    private static Assembly Here => typeof(CatalogReader).Assembly;

    /// <summary>The names of all data files but the one of the kinds.</summary>
    public static IEnumerable<string> FileNames =>
        Here.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal) && !IsKinds(name));

    /// <summary>Every tracker of every file.</summary>
    public static IReadOnlyList<Tracker> ReadBuiltIn()
    {
        var kinds = ReadKinds();
        return [.. FileNames.SelectMany(name => Read(name, kinds))];
    }

    /// <summary>The kinds, by name.</summary>
    public static Dictionary<string, CatalogKind> ReadKinds()
    {
        using var stream = Here.GetManifestResourceStream(Here.GetManifestResourceNames().Single(IsKinds))!;
        return JsonSerializer.Deserialize(stream, CatalogJson.Default.DictionaryStringCatalogKind)!;
    }

    /// <summary>The trackers of one file.</summary>
    public static IEnumerable<Tracker> Read(string name, IReadOnlyDictionary<string, CatalogKind> kinds)
    {
        using var stream = Here.GetManifestResourceStream(name)!;
        var file = JsonSerializer.Deserialize(stream, CatalogJson.Default.CatalogFile)!;
        return [.. file.Trackers.Select(entry => ToTracker(entry, file, kinds))];
    }

    private static bool IsKinds(string name) => name.EndsWith("." + KindsFile, StringComparison.Ordinal);

    private static Tracker ToTracker(CatalogEntry entry, CatalogFile file, IReadOnlyDictionary<string, CatalogKind> kinds)
    {
        var kind = entry.Kind is null ? null
            : kinds.GetValueOrDefault(entry.Kind) ?? throw Wrong(entry, $"its kind is \"{entry.Kind}\", which {KindsFile} does not have");

        return new Tracker
        {
            Id = entry.Id,
            Name = entry.Name!,
            Vendor = entry.Vendor ?? file.Vendor ?? throw Wrong(entry, "neither it nor its file names a vendor"),
            Country = entry.Country ?? file.Country ?? throw Wrong(entry, "neither it nor its file names a country"),
            Purpose = entry.Purpose ?? kind?.Purpose ?? throw Wrong(entry, "it has neither a purpose nor a kind"),
            Does = entry.Does ?? kind?.Does ?? throw Wrong(entry, "it has neither a sentence nor a kind"),
            Embed = entry.Embed ?? kind?.Embed ?? EmbedKind.None,
            Requests = [.. entry.Requests.SelectMany(Braces.Expand).Select(text => ToPattern(entry, text))],
            Paths = [.. entry.Paths.SelectMany(Braces.Expand)],
            Globals = entry.Globals,
            Calls = entry.Calls,
            Cookies = [.. Cookies(entry).Where(cookie => cookie.Domain is null)],
            ForeignCookies = [.. Cookies(entry).Where(cookie => cookie.Domain is not null)],
            Storage = entry.Storage,
            Consent = entry.Consent is not { } consent ? null : new ConsentApi
            {
                Grant = consent.Grant?.GetRawText(),
                Refuse = consent.Refuse?.GetRawText(),
                DisableFlag = consent.Disable,
            },
            Stub = entry.Stub,
        };
    }

    private static IEnumerable<TrackerCookie> Cookies(CatalogEntry entry) =>
        entry.Cookies.SelectMany(cookie => Braces.Expand(cookie.Name), (cookie, name) => cookie with { Name = name });

    /// <summary>Reads <c>host/path kind,kind</c>.</summary>
    private static RequestPattern ToPattern(CatalogEntry entry, string text)
    {
        var words = text.Split(' ');
        var slash = words[0].IndexOf('/', StringComparison.Ordinal);
        return new RequestPattern
        {
            Host = slash < 0 ? words[0] : words[0][..slash],
            Path = slash < 0 ? "" : words[0][slash..],
            Kinds = words.Length == 1 ? RequestKinds.All : RequestKinds.Of([.. words[1].Split(',').Select(word => ToKind(entry, word))]),
        };
    }

    private static RequestKind ToKind(CatalogEntry entry, string word) =>
        Enum.TryParse<RequestKind>(word, ignoreCase: true, out var kind)
            ? kind
            : throw Wrong(entry, $"\"{word}\" is no kind of request");

    private static InvalidDataException Wrong(CatalogEntry entry, string what) =>
        new($"The tracker \"{entry.Id}\" of the catalog cannot be read: {what}. Mend its data file.");
}
