namespace CookieGateway.Ledger;

/// <summary>Where the outbox lies and how much it may take.</summary>
/// <param name="Directory">A folder of its own, on a disk that survives a restart.</param>
public sealed record OutboxOptions(string Directory)
{
    /// <summary>A segment is closed when it is longer than this.</summary>
    public long SegmentBytes { get; init; } = 4 << 20;

    /// <summary>A segment is closed when it is older than this, so that what Redis holds leaves the disk soon.</summary>
    public TimeSpan SegmentAge { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Beyond this nothing more is taken: about a million decisions that Redis has not confirmed.</summary>
    public long LimitBytes { get; init; } = 1L << 30;
}
