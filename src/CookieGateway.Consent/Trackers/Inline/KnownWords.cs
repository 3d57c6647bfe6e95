using System.Numerics;
using System.Text;
using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Consent.Trackers.Inline;

/// <summary>The words that mean something to the reading of a script. Each name of a script is looked up once.</summary>
internal static class KnownWords
{
    private static readonly (WordTraits Trait, string Words)[] Lists =
    [
        (WordTraits.HasHead, "if for with while catch switch"),
        (WordTraits.ExpectsOperand, "in of do new void case else throw yield await return typeof delete instanceof"),
        (WordTraits.EndsWithBlock, "if for with while catch switch do try else class async finally function"),
        (WordTraits.ContinuesStatement, "in of else catch finally instanceof"),
        (WordTraits.Loader,
            "createElement createElementNS Image Audio write writeln fetch XMLHttpRequest ActiveXObject sendBeacon importScripts "
            + "import getScript ajax getJSON get post load innerHTML outerHTML insertAdjacentHTML srcdoc src srcset setAttribute "
            + "appendChild insertBefore append prepend html Worker SharedWorker WebSocket EventSource require loadScript addScript "
            + "jsonp request replaceWith backgroundImage"),
        (WordTraits.Looker,
            "indexOf lastIndexOf match matchAll includes startsWith endsWith search replace replaceAll split test exec log warn "
            + "error info debug alert assign querySelector querySelectorAll getElementById closest matches is has find filter "
            + "not localeCompare RegExp trim toString contains attr prop addClass hasClass getAttribute decodeURIComponent postMessage"),
        (WordTraits.Idle,
            "function return typeof Date getTime now addEventListener attachEvent querySelector "
            + "querySelectorAll getElementById getElementsByClassName getElementsByTagName getElementsByName setTimeout setInterval "
            + "requestIdleCallback requestAnimationFrame on one off click ready live delegate jQuery $ document forEach each map "
            + "push slice call apply bind String Number Boolean Array Object parseInt parseFloat random floor round encodeURIComponent "
            + "encodeURI escape log warn error test match indexOf includes getAttribute val text data attr closest find eq first last "
            + "join replace split trim toLowerCase toString stringify parse Promise then hasOwnProperty keys isArray getItem"),
        (WordTraits.Finder, "$ jQuery getElementById getElementsByClassName querySelector querySelectorAll"),
        (WordTraits.Global, "window self globalThis top parent w win"),
        (WordTraits.Function, "function"),
        (WordTraits.For, "for"),
        (WordTraits.Case, "case"),
        (WordTraits.Open, "open"),
        (WordTraits.Href, "href"),
        (WordTraits.Join, "join"),
    ];

    // For each first byte one bit for each length: most names fall through here.
    private static readonly ulong[] Lengths = new ulong[256];
    private static readonly Word[] Table = Build();

    /// <summary>What is known of a name.</summary>
    public static WordTraits TraitsOf(ReadOnlySpan<byte> name)
    {
        if ((Lengths[name[0]] >> (name.Length & 63) & 1) == 0)
        {
            return WordTraits.None;
        }

        for (var slot = WordHash.Of(name); ; slot++)
        {
            ref readonly var word = ref Table[slot & (uint)(Table.Length - 1)];
            if (word.Text is null || name.SequenceEqual(word.Text))
            {
                return word.Traits;
            }
        }
    }

    private static Word[] Build()
    {
        var all = new Dictionary<string, WordTraits>(StringComparer.Ordinal);
        foreach (var (trait, words) in Lists)
        {
            foreach (var word in words.Split(' '))
            {
                all[word] = all.GetValueOrDefault(word) | trait;
            }
        }

        var table = new Word[BitOperations.RoundUpToPowerOf2((uint)all.Count * 3)];
        foreach (var (word, traits) in all)
        {
            var text = Encoding.ASCII.GetBytes(word);
            Lengths[text[0]] |= 1UL << (text.Length & 63);
            var slot = WordHash.Of(text);
            while (table[slot & (uint)(table.Length - 1)].Text is not null)
            {
                slot++;
            }

            table[slot & (uint)(table.Length - 1)] = new Word(text, traits);
        }

        return table;
    }

    private readonly record struct Word(byte[] Text, WordTraits Traits);
}
