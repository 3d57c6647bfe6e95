namespace CookieGateway.Consent.Trackers;

/// <summary>An immutable set of request kinds.</summary>
public readonly record struct RequestKinds
{
    private readonly ushort _bits;

    private RequestKinds(int bits) => _bits = (ushort)bits;

    /// <summary>Every kind there is.</summary>
    public static RequestKinds All { get; } = Of(Enum.GetValues<RequestKind>());

    /// <summary>
    /// The kinds that run code, open another page inside this one, or only exist to send something. An unclassified third party
    /// is held in these and may pass in the others, whose worst is to show a picture.
    /// </summary>
    public static RequestKinds Active { get; } = Of(
        RequestKind.Script, RequestKind.Frame, RequestKind.Object, RequestKind.Connect, RequestKind.Ping);

    /// <summary>No kind is in it; also the default value.</summary>
    public bool IsEmpty => _bits == 0;

    /// <summary>The set as a number; bit n stands for the kind with the value n.</summary>
    public int Bits => _bits;

    /// <summary>The set of the given kinds.</summary>
    public static RequestKinds Of(params ReadOnlySpan<RequestKind> kinds)
    {
        var bits = 0;
        foreach (var kind in kinds)
        {
            bits |= 1 << (int)kind;
        }

        return new RequestKinds(bits);
    }

    /// <summary>Whether the kind is in the set.</summary>
    public bool Contains(RequestKind kind) => (_bits & (1 << (int)kind)) != 0;

    /// <summary>What is in either set.</summary>
    public RequestKinds Or(RequestKinds other) => new(_bits | other._bits);

    /// <summary>What is in this set and not in the other.</summary>
    public RequestKinds Except(RequestKinds other) => new(_bits & ~other._bits);
}
