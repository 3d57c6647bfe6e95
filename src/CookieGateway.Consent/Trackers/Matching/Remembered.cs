using System.Runtime.InteropServices;

namespace CookieGateway.Consent.Trackers.Matching;

/// <summary>What a <see cref="ByteMemory{TFact}"/> knows of a run of bytes, if anything.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct Remembered<TFact>
{
    private readonly TFact[]? _facts;
    private readonly int _at;

    internal Remembered(TFact[] facts, int at) => (_facts, _at) = (facts, at);

    /// <summary>Whether anything is known.</summary>
    public bool IsKnown => _facts is not null;

    /// <summary>What was found out; not to be asked for where nothing is known.</summary>
    public ref readonly TFact Fact => ref _facts![_at];
}
