using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CookieGateway.Audit;

/// <summary>The block of configuration that puts the gateway in front of the site that was read.</summary>
internal static class SiteBlock
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(SiteFindings findings)
    {
        var host = findings.Start.IdnHost.ToLowerInvariant();
        var bare = host.StartsWith("www.", StringComparison.Ordinal) ? host["www.".Length..] : host;
        var isName = Uri.CheckHostName(bare) == UriHostNameType.Dns;
        string[] languages = [.. findings.Languages];
        var site = new JsonObject
        {
            ["Hosts"] = isName ? new JsonArray(bare, "www." + bare) : new JsonArray(bare),
            ["CookieDomains"] = isName ? new JsonArray(bare) : new JsonArray(),
            ["Origins"] = new JsonArray("http://ADDRESS-OF-THE-CLINICS-OWN-SERVER"),
            ["Languages"] = new JsonArray([.. (languages.Length > 0 ? languages : ["ru", "kk"]).Select(code => JsonValue.Create(code))]),
            ["Operator"] = new JsonObject
            {
                ["Name"] = new JsonObject { ["ru"] = "", ["kk"] = "" },
                ["Id"] = "",
                ["Address"] = "",
                ["Email"] = "",
            },
        };
        return new JsonObject { ["Sites"] = new JsonObject { [isName ? bare.Split('.')[0] : bare] = site } }.ToJsonString(Readable);
    }
}
