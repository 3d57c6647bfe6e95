using CookieGateway.Consent.Purposes;

namespace CookieGateway.Consent.Records;

/// <summary>
/// The visitor's copy of a record, in the four sections of ISO/IEC TS 27560: header, processing, parties, events. It holds nothing that
/// the visitor did not send or see: no address, no browser.
/// </summary>
/// <param name="Header">Which record, of which kind, by whose clock.</param>
/// <param name="Processing">What was asked and what was granted, purpose by purpose.</param>
/// <param name="Parties">Who is concerned: the visitor, the operator, the recipients of what was granted.</param>
/// <param name="Events">What happened, the oldest first.</param>
public sealed record ConsentReceipt(
    ReceiptHeader Header, ReceiptProcessing Processing, ReceiptParties Parties, IReadOnlyList<ReceiptEvent> Events)
{
    /// <summary>The receipt of a record; of the whole history when the visitor's earlier records are given, the oldest first.</summary>
    public static ConsentReceipt Of(
        ConsentRecord record, IReadOnlyList<ReceiptRecipient> recipients, IEnumerable<ConsentRecord>? earlier = null) => new(
        new ReceiptHeader(ReceiptHeader.Schema, record.Id, record.Site, record.Language),
        new ReceiptProcessing(
            [.. PurposeWords.Grantable.Select(purpose => new ReceiptPurpose(PurposeWords.Of(purpose), record.Purposes.Contains(purpose)))],
            record.Trackers, record.Policy, record.Notice, record.At, record.Expires, record.Transfers),
        new ReceiptParties(record.Visitor, record.Operator, recipients),
        [.. (earlier ?? []).Append(record).Select(each => new ReceiptEvent(each.Id, each.At, each.Event, each.Method, each.Purposes))]);
}
