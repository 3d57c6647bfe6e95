using System.Text.Json.Nodes;

namespace CookieGateway.Tests.Support;

/// <summary>A small, faultless configuration for tests to change.</summary>
internal static class TestConfiguration
{
    /// <summary>Any 32 bytes: so that no test needs Redis for a key.</summary>
    public const string SigningKey = "dGVzdHMgc2lnbiB3aXRoIHRoaXMgdmVyeSBvcGVuIGtleSE=";

    /// <summary>One site, no Redis: nothing listens on port 1, and the gateway serves pages all the same.</summary>
    public static JsonObject For(Uri origin, string dataDirectory) => new()
    {
        ["Urls"] = "http://127.0.0.1:0",
        ["Gateway"] = new JsonObject
        {
            ["Redis"] = "127.0.0.1:1",
            ["DataDirectory"] = dataDirectory,
            ["DashboardUrl"] = "http://127.0.0.1:0",
            ["SigningKey"] = SigningKey,
        },
        ["Sites"] = new JsonObject
        {
            [RunningGateway.SiteId] = new JsonObject
            {
                ["Hosts"] = new JsonArray(RunningGateway.Host, "*." + RunningGateway.Host),
                ["Origins"] = new JsonArray(origin.ToString()),
            },
        },
    };

    /// <summary>The block of the one site.</summary>
    public static JsonObject Site(this JsonObject configuration) =>
        configuration["Sites"]![RunningGateway.SiteId]!.AsObject();
}
