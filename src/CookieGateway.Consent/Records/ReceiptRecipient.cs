namespace CookieGateway.Consent.Records;

/// <summary>A vendor that receives data under what was granted.</summary>
/// <param name="Name">The vendor.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code of the country the data goes to.</param>
/// <param name="Purpose">The purpose's word.</param>
public sealed record ReceiptRecipient(string Name, string Country, string Purpose);
