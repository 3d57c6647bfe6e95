namespace CookieGateway.Ledger;

/// <summary>A place between two entries of the outbox.</summary>
/// <param name="Segment">The number of the segment's file.</param>
/// <param name="Offset">Bytes from its start.</param>
public readonly record struct OutboxCursor(long Segment, long Offset) : IComparable<OutboxCursor>
{
    public int CompareTo(OutboxCursor other) =>
        Segment != other.Segment ? Segment.CompareTo(other.Segment) : Offset.CompareTo(other.Offset);

    public static bool operator <(OutboxCursor left, OutboxCursor right) => left.CompareTo(right) < 0;

    public static bool operator >(OutboxCursor left, OutboxCursor right) => left.CompareTo(right) > 0;

    public static bool operator <=(OutboxCursor left, OutboxCursor right) => left.CompareTo(right) <= 0;

    public static bool operator >=(OutboxCursor left, OutboxCursor right) => left.CompareTo(right) >= 0;
}
