using System.Net;

namespace CookieGateway.Sites.Reading;

/// <summary>Reads the section <c>Gateway</c>.</summary>
internal static class GatewayReader
{
    private const int ShortestKey = 32;

    public static GatewaySettings Read(IConfigurationSection gateway, ConfigurationReport report)
    {
        var section = new SectionReader(gateway, report);
        section.KnowsOnly(
            "Redis", "DataDirectory", "DashboardUrl", "DashboardHosts", "TimeZone", "PathPrefix", "Brand", "TrustedProxies", "SigningKey", "OlderSigningKeys");
        return new GatewaySettings
        {
            Redis = section.Text("Redis") ?? GatewaySettings.EmbeddedRedis,
            DataDirectory = Path.GetFullPath(section.Text("DataDirectory") ?? "data"),
            Revision = Revision.Of(gateway, baseDirectory: ""),
            DashboardUrl = ReadDashboardUrl(section),
            DashboardHosts = [.. section.Texts("DashboardHosts").Select(host => host.Text)],
            TimeZone = ReadTimeZone(section),
            PathPrefix = ReadPathPrefix(section),
            Brand = ReadBrand(section),
            TrustedProxies = [.. ReadTrustedProxies(section)],
            // "null" alone would turn into an empty key by way of a byte array.
            SigningKey = section.Text("SigningKey") is { } key ? ReadKey(section, $"{section.Path}:SigningKey", key) : default(ReadOnlyMemory<byte>?),
            OlderSigningKeys = [.. section.Texts("OlderSigningKeys").Select(older => ReadKey(section, older.Key, older.Text))],
        };
    }

    private static string ReadDashboardUrl(SectionReader section)
    {
        var url = section.Text("DashboardUrl") ?? "http://127.0.0.1:8081";

        // Kestrel's own spelling for every address of the machine is no host name to others.
        var plain = url.Replace("://+", "://any", StringComparison.Ordinal).Replace("://*", "://any", StringComparison.Ordinal);
        if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.PathAndQuery != "/")
        {
            section.Mistake("DashboardUrl", url, "Write the address to listen on, as in \"http://127.0.0.1:8081\".");
        }

        return url;
    }

    private static TimeZoneInfo ReadTimeZone(SectionReader section)
    {
        var name = section.Text("TimeZone") ?? TimeZones.Default;
        if (TimeZones.Find(name) is { } zone)
        {
            return zone;
        }

        section.Mistake("TimeZone", name, "Write the IANA name of a zone that this machine knows, as in \"Asia/Almaty\" or \"UTC\".");
        return TimeZoneInfo.Utc;
    }

    private static string ReadPathPrefix(SectionReader section)
    {
        var prefix = section.Text("PathPrefix") ?? "/_consent";
        if (prefix.Length < 2 || prefix[0] != '/' || !prefix[1..].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            section.Mistake("PathPrefix", prefix, "Write a slash and one word of letters, digits, hyphens and underscores, as in \"/_consent\".");
        }

        return prefix;
    }

    private static string ReadBrand(SectionReader section)
    {
        var brand = section.Text("Brand") ?? "cg";
        if (!char.IsAsciiLetterLower(brand[0]) || brand.Length > 20 || !brand.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
        {
            section.Mistake("Brand", brand, "Write a letter and at most 19 more letters and digits, all lower case, as in \"cg\".");
        }

        return brand;
    }

    private static IEnumerable<IPNetwork> ReadTrustedProxies(SectionReader section)
    {
        foreach (var (key, text) in section.Texts("TrustedProxies"))
        {
            if (IPNetwork.TryParse(text, out var network))
            {
                yield return network;
            }
            else if (IPAddress.TryParse(text, out var address))
            {
                yield return new IPNetwork(address, address.GetAddressBytes().Length * 8);
            }
            else
            {
                section.Mistake($"{key} is \"{text}\". Write an address or a network, as in \"10.0.0.5\" or \"10.0.0.0/8\".");
            }
        }
    }

    /// <summary>The key is a secret, so the message about it shows its length and never its text.</summary>
    private static ReadOnlyMemory<byte> ReadKey(SectionReader section, string path, string text)
    {
        var key = new byte[text.Length];
        if (Convert.TryFromBase64String(text, key, out var length) && length >= ShortestKey)
        {
            return key.AsMemory(0, length);
        }

        section.Mistake($"{path} has {text.Length} characters that are not {ShortestKey} or more bytes in Base64. "
            + "Make a key with \"openssl rand -base64 32\".");
        return ReadOnlyMemory<byte>.Empty;
    }
}
