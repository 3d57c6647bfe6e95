using System.Globalization;

namespace CookieGateway.Tests.Support;

/// <summary>A clock that stands still until it is told to go on.</summary>
internal sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    public static ManualClock At(string moment) =>
        new(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

    public DateTimeOffset Now { get; private set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;

    public void Pass(TimeSpan time) => Now += time;
}
