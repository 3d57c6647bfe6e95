using System.Text.Json;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Records;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CookieGateway.ConsentApi;

/// <summary>Reads a decision from a form or from JSON. Both are small; what is larger is nobody's decision.</summary>
internal static class DecisionReader
{
    private const int MostBytes = 8 * 1024;
    private const int MostTrackers = 50;

    // What the banner that asks again says. Neither is a purpose: both leave the earlier answer as it is.
    private const string New = "new";
    private const string Earlier = "earlier";

    public static async Task<(DecisionMessage? Message, OwnFailure Failure)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is not ("application/json" or "application/x-www-form-urlencoded"))
        {
            return (null, OwnFailure.WrongType);
        }

        if (await BodyAsync(request, cancellation) is not { } body)
        {
            return (null, OwnFailure.TooLarge);
        }

        var fields = type == "application/json" ? JsonFields(body) : FormFields(body);
        return fields is not null && Read(fields, isForm: type != "application/json") is { } message
            ? (message, default)
            : (null, OwnFailure.Unclear);
    }

    /// <summary>The body as text; null when it is larger than a decision can be.</summary>
    public static async Task<string?> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        var buffer = new byte[MostBytes + 1];
        var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return read > MostBytes ? null : System.Text.Encoding.UTF8.GetString(buffer, 0, read);
    }

    private static DecisionMessage? Read(IReadOnlyDictionary<string, StringValues> fields, bool isForm)
    {
        var words = All(fields, "grant");
        var trackers = All(fields, "tracker");
        if ((words.Count == 0 && trackers.Count == 0) || trackers.Count > MostTrackers || !TryReadGrant(words, out var purposes))
        {
            return null;
        }

        return new DecisionMessage
        {
            Purposes = purposes,
            AdmitsNewcomers = words.Contains(Earlier) ? false : words.Contains(New) ? true : null,
            Choose = words.Contains("choose"),
            Trackers = trackers,
            Method = One(fields, "via") == "preferences" ? ConsentMethod.PreferencesPage
                : words.Count == 0 ? ConsentMethod.Placeholder
                : ConsentMethod.BannerButton,
            IsForm = isForm,
            ReturnTo = One(fields, "return"),
            Language = One(fields, "lang"),
            Notice = NoticeVersion.TryParse(One(fields, "notice"), out var notice) ? notice : default,
            Page = One(fields, "page"),
        };
    }

    /// <summary>A button's word weighs more than ticked boxes that a form sends along; and "none" weighs most.</summary>
    private static bool TryReadGrant(IReadOnlyList<string> words, out PurposeSet? purposes)
    {
        purposes = words.Count == 0 ? null : PurposeSet.NecessaryOnly;
        if (words.Contains(Earlier) || words.Contains(New))
        {
            purposes = null;
            return words.Count == 1;
        }

        if (words.Contains("none") || words.Count == 0)
        {
            return true;
        }

        if (words.Contains("all"))
        {
            purposes = PurposeSet.All;
            return true;
        }

        foreach (var word in words.Where(word => word is not ("chosen" or "choose")))
        {
            if (PurposeWords.Find(word) is not { } purpose)
            {
                return false;
            }

            purposes = purposes!.Value.With(purpose);
        }

        return true;
    }

    private static Dictionary<string, StringValues> FormFields(string body) => QueryHelpers.ParseQuery(body);

    private static Dictionary<string, StringValues>? JsonFields(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 4 });
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? json.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => Texts(field.Name, field.Value), StringComparer.Ordinal)
                : null;
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    // An empty list of purposes is an answer, too: none of them. An empty list of trackers only says that none was picked by itself.
    private static StringValues Texts(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array when value.GetArrayLength() == 0 => name == "grant" ? "none" : StringValues.Empty,
        JsonValueKind.Array => new StringValues([.. value.EnumerateArray().Select(item => item.GetString())]),
        _ => StringValues.Empty,
    };

    private static IReadOnlyList<string> All(IReadOnlyDictionary<string, StringValues> fields, string name) =>
        fields.TryGetValue(name, out var values) ? [.. values.Where(value => !string.IsNullOrEmpty(value)).Select(value => value!)] : [];

    private static string? One(IReadOnlyDictionary<string, StringValues> fields, string name) =>
        fields.TryGetValue(name, out var values) ? values.FirstOrDefault() : null;
}
