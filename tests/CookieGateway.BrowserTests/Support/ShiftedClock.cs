namespace CookieGateway.BrowserTests.Support;

/// <summary>The system's time, moved: what is counted now belongs to another day.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
}
