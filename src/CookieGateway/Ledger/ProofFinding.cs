namespace CookieGateway.Ledger;

/// <summary>What a record's proof says of it.</summary>
internal enum ProofFinding
{
    /// <summary>It is as it was made, but for masking and erasure.</summary>
    Holds,

    /// <summary>Something in it was changed, or it was not made by a gateway that has the key.</summary>
    Edited,

    /// <summary>The key that made it is not in the key ring.</summary>
    UnknownKey,
}
