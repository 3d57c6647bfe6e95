namespace CookieGateway.Sites;

/// <summary>Time zones by their IANA names.</summary>
public static class TimeZones
{
    /// <summary>The zone of a gateway whose configuration names none: since 1 March 2024 the one of all Kazakhstan.</summary>
    public const string Default = "Asia/Almaty";

    /// <summary>The zone of that name; null when the machine knows none. The default is known even where no zone data is installed.</summary>
    public static TimeZoneInfo? Find(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) ? found
        : name == Default ? TimeZoneInfo.CreateCustomTimeZone(Default, TimeSpan.FromHours(5), "UTC+5", "UTC+5")
        : null;
}
