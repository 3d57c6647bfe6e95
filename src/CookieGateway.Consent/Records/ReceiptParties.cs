using CookieGateway.Consent.Decisions;

namespace CookieGateway.Consent.Records;

/// <summary>The receipt's third section.</summary>
/// <param name="Visitor">The data subject, by the random id in the cookie.</param>
/// <param name="Operator">The controller.</param>
/// <param name="Recipients">Those who receive data under what was granted.</param>
public sealed record ReceiptParties(VisitorId Visitor, RecordOperator Operator, IReadOnlyList<ReceiptRecipient> Recipients);
