namespace CookieGateway.Statistics;

/// <summary>
/// The days of the statistics are those of the people who read them, not UTC's: a clinic's Monday starts at its midnight.
/// One zone for the whole gateway (<c>Gateway:TimeZone</c>, Asia/Almaty unless told), so that sites can be compared and a day has one name in Redis.
/// </summary>
public sealed class CalendarDays(TimeProvider time, TimeZoneInfo zone)
{
    public TimeZoneInfo Zone => zone;

    public DateOnly Today => Of(time.GetUtcNow());

    public DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
