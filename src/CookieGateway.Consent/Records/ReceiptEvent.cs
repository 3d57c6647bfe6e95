using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;

namespace CookieGateway.Consent.Records;

/// <summary>One line of the receipt's fourth section.</summary>
/// <param name="RecordId">The record that proves it.</param>
/// <param name="At">When.</param>
/// <param name="Event">What happened.</param>
/// <param name="Method">By which act.</param>
/// <param name="Purposes">What was granted from then on.</param>
public sealed record ReceiptEvent(RecordId RecordId, DateTimeOffset At, ConsentEvent Event, ConsentMethod Method, PurposeSet Purposes);
