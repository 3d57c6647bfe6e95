namespace CookieGateway.Ledger;

/// <summary>
/// What makes a record tamper-evident and erasable at once. The MAC covers everything that stays for ever and the two commitments;
/// a commitment is a hash over salt and personal data, so it binds them while they are there, and says nothing once the salt is gone.
/// </summary>
/// <param name="Key">Which signing key made the MAC.</param>
/// <param name="AddressSalt">Goes with the address when it is masked; null from then on.</param>
/// <param name="AddressCommitment">SHA-256 over salt and address.</param>
/// <param name="PersonSalt">Goes with visitor, browser, page and language when the visitor is erased; null from then on.</param>
/// <param name="PersonCommitment">SHA-256 over salt and these four.</param>
/// <param name="Mac">HMAC-SHA-256.</param>
internal sealed record RecordProof(
    uint Key, byte[]? AddressSalt, byte[] AddressCommitment, byte[]? PersonSalt, byte[] PersonCommitment, byte[] Mac);
