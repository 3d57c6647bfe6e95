namespace CookieGateway.Ledger;

/// <summary>Writes entries of the outbox to Redis, each to where its kind belongs.</summary>
internal sealed class EntryWriter(RecordWriter records, NoticeWriter notices, RevocationWriter revocations)
{
    /// <summary>Records go side by side over the one connection; an order to revoke waits for those before it.</summary>
    public async Task WriteAsync(IReadOnlyList<OutboxEntry> entries, CancellationToken cancellation)
    {
        var underWay = new List<Task>(entries.Count);
        foreach (var entry in entries)
        {
            if (entry.Record is { } record)
            {
                underWay.Add(records.WriteAsync(record, cancellation));
            }

            if (entry.Notice is { } notice)
            {
                underWay.Add(notices.WriteAsync(notice, cancellation));
            }

            if (entry.Revocation is { } order)
            {
                await Task.WhenAll(underWay);
                underWay.Clear();
                await revocations.WriteAsync(order, cancellation);
            }
        }

        await Task.WhenAll(underWay);
    }
}
