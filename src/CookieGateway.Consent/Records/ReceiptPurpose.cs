namespace CookieGateway.Consent.Records;

/// <summary>One purpose and the answer to it.</summary>
/// <param name="Purpose">The purpose's word, as in "analytics".</param>
/// <param name="Granted">False: refused.</param>
public sealed record ReceiptPurpose(string Purpose, bool Granted);
