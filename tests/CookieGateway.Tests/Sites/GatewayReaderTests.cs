using CookieGateway.Sites;
using CookieGateway.Sites.Reading;
using Microsoft.Extensions.Configuration;

namespace CookieGateway.Tests.Sites;

public sealed class GatewayReaderTests
{
    [Fact]
    public void Without_a_signing_key_there_is_none_rather_than_an_empty_one() => Assert.Null(Read().SigningKey);

    [Fact]
    public void Days_are_those_of_Almaty_unless_told_otherwise()
    {
        Assert.Equal(TimeZones.Default, Read().TimeZone.Id);
        Assert.Equal(TimeSpan.Zero, Read(("Gateway:TimeZone", "UTC")).TimeZone.BaseUtcOffset);
    }

    [Fact]
    public void An_unknown_time_zone_is_a_mistake_with_its_remedy()
    {
        var mistakes = Assert.Throws<ConfigurationMistakesException>(() => Read(("Gateway:TimeZone", "Mars/Olympus")));

        Assert.Contains(
            "Gateway:TimeZone is \"Mars/Olympus\". Write the IANA name of a zone that this machine knows, as in \"Asia/Almaty\" or \"UTC\".",
            mistakes.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_dashboard_may_listen_on_every_address_of_the_machine() =>
        Assert.Equal("http://+:8081", Read(("Gateway:DashboardUrl", "http://+:8081")).DashboardUrl);

    private static GatewaySettings Read(params (string Key, string Value)[] settings)
    {
        var all = settings.Append(("Sites:clinic:Hosts:0", "clinic.kz")).Append(("Sites:clinic:Origins:0", "http://127.0.0.1:9"));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(all.ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2))
            .Build();
        return ConfigurationReader.Read(configuration, AppContext.BaseDirectory).Gateway;
    }
}
