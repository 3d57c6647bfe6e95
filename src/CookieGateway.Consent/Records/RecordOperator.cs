namespace CookieGateway.Consent.Records;

/// <summary>The operator as the notice named it. 94-V Art. 8(4): the consent names the operator and its BIN or IIN.</summary>
/// <param name="Name">The legal name, in the language of the notice.</param>
/// <param name="Id">BIN or IIN; null where the site's configuration gives none.</param>
public sealed record RecordOperator(string Name, string? Id);
