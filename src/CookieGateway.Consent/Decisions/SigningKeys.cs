namespace CookieGateway.Consent.Decisions;

/// <summary>The key ring: one key signs, older ones are still accepted. Immutable; a rotation makes a new ring.</summary>
public sealed record SigningKeys
{
    private readonly Dictionary<uint, SigningKey> _byId = [];

    /// <summary>A ring of the key that signs and of those which are only accepted.</summary>
    public SigningKeys(SigningKey current, params IEnumerable<SigningKey> accepted)
    {
        Current = current;
        foreach (var key in accepted)
        {
            _byId[key.Id] = key;
        }

        _byId[current.Id] = current;
    }

    /// <summary>The key that signs.</summary>
    public SigningKey Current { get; }

    /// <summary>Every key that is accepted, the current one among them.</summary>
    public IReadOnlyCollection<SigningKey> All => _byId.Values;

    /// <summary>The key with this id; null when the ring has none.</summary>
    public SigningKey? Find(uint id) => _byId.GetValueOrDefault(id);
}
