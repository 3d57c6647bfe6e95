namespace CookieGateway.Consent.Records;

/// <summary>The three answers that 94-V Art. 8(4) wants in every consent beside its term.</summary>
/// <param name="ThirdParties">What was granted passes data to third parties.</param>
/// <param name="CrossBorder">What was granted passes data to other countries.</param>
/// <param name="PublicSources">Data is disseminated in sources open to the public. Trackers do not do that.</param>
public readonly record struct RecordTransfers(bool ThirdParties, bool CrossBorder, bool PublicSources = false);
