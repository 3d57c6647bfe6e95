using System.Text;

namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>A set of ASCII words that is asked with bytes.</summary>
internal sealed class ScriptWords
{
    private readonly byte[]?[] _slots;
    private readonly ulong[] _lengths = new ulong[128];

    private ScriptWords(string words)
    {
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _slots = new byte[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)all.Length * 3)][];
        foreach (var word in all)
        {
            var bytes = Encoding.ASCII.GetBytes(word);
            _lengths[bytes[0]] |= 1UL << (bytes.Length & 63);
            var slot = Hash(bytes);
            while (_slots[slot & (uint)(_slots.Length - 1)] is not null)
            {
                slot++;
            }

            _slots[slot & (uint)(_slots.Length - 1)] = bytes;
        }
    }

    /// <summary>Where one of these is named, a request can be made of an address that stands near by.</summary>
    public static ScriptWords Loaders { get; } = new(
        "createElement createElementNS Image Audio write writeln fetch XMLHttpRequest ActiveXObject sendBeacon importScripts "
        + "import getScript ajax getJSON get post load innerHTML outerHTML insertAdjacentHTML srcdoc src srcset setAttribute "
        + "appendChild insertBefore append prepend html Worker SharedWorker WebSocket EventSource require loadScript addScript "
        + "jsonp request replaceWith backgroundImage");

    /// <summary>An address in the brackets of one of these is looked at or followed, and not requested.</summary>
    public static ScriptWords Lookers { get; } = new(
        "indexOf lastIndexOf match matchAll includes startsWith endsWith search replace replaceAll split test exec log warn "
        + "error info debug alert assign querySelector querySelectorAll getElementById closest matches is has find filter "
        + "not localeCompare RegExp trim toString contains attr prop addClass hasClass getAttribute decodeURIComponent postMessage");

    /// <summary>Calls that do nothing by themselves: a handler made of them and of a tracker's calls only tells the tracker.</summary>
    public static ScriptWords Idle { get; } = new(
        "function return typeof Date getTime now addEventListener attachEvent querySelector "
        + "querySelectorAll getElementById getElementsByClassName getElementsByTagName getElementsByName setTimeout setInterval "
        + "requestIdleCallback requestAnimationFrame on one off click ready live delegate jQuery $ document forEach each map "
        + "push slice call apply bind String Number Boolean Array Object parseInt parseFloat random floor round encodeURIComponent "
        + "encodeURI escape log warn error test match indexOf includes getAttribute val text data attr closest find eq first last "
        + "join replace split trim toLowerCase toString stringify parse Promise then hasOwnProperty keys isArray getItem");

    /// <summary>Other names of the global object, in snippets as vendors publish them too.</summary>
    public static ScriptWords Globals { get; } = new("window self globalThis top parent w win");

    public static ScriptWords Of(string words) => new(words);

    public bool Contains(ReadOnlySpan<byte> word)
    {
        if (word.IsEmpty || word[0] >= 128 || (_lengths[word[0]] >> (word.Length & 63) & 1) == 0)
        {
            return false;
        }

        for (var slot = Hash(word); _slots[slot & (uint)(_slots.Length - 1)] is { } known; slot++)
        {
            if (word.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    private static uint Hash(ReadOnlySpan<byte> word)
    {
        var hash = 2166136261u;
        foreach (var one in word)
        {
            hash = (hash ^ one) * 16777619u;
        }

        return hash;
    }
}
