using CookieGateway.Sites;
using CookieGateway.Sites.Reading;
using Microsoft.Extensions.Configuration;

namespace CookieGateway.Tests.Support;

/// <summary>A site as its configuration would make it. What a test cares for it says itself, by the keys of a site's block.</summary>
internal static class SomeSite
{
    public static Site With(params (string Key, string Value)[] settings) => With("clinic", settings);

    public static Site With(string id, params (string Key, string Value)[] settings)
    {
        var block = new Dictionary<string, string?>
        {
            ["Hosts:0"] = "clinic.kz",
            ["Origins:0"] = "http://127.0.0.1:9",
            ["Operator:Name:ru"] = "ТОО «Клиника»",
            ["Operator:Name:kk"] = "«Клиника» ЖШС",
            ["Operator:Id"] = "180740027339",
            ["Policy:Url"] = "/privacy",
        };
        foreach (var (key, value) in settings)
        {
            block[key] = value;
        }

        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(block.ToDictionary(setting => $"Sites:{id}:{setting.Key}", setting => setting.Value))
            .Build();
        return ConfigurationReader.Read(configuration, AppContext.BaseDirectory).Sites.Single();
    }
}
