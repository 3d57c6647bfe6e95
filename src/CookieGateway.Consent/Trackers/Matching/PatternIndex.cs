namespace CookieGateway.Consent.Trackers.Matching;

/// <summary>
/// Many address patterns, of which only those are tried that share a word with the address. Each pattern lies under the
/// rarest of its whole words, or of the beginnings of words where it has no whole one; a pattern without either is tried always.
/// </summary>
internal sealed class PatternIndex<TRule>
{
    private readonly (UrlPattern Pattern, TRule Rule)[] _rules;
    private readonly Bucket[] _buckets;
    private readonly int _wordless;

    public PatternIndex(IReadOnlyCollection<(UrlPattern Pattern, TRule Rule)> rules)
    {
        var words = rules.Select(rule => KeysOf(rule.Pattern)).ToList();
        var frequency = words.SelectMany(list => list).CountBy(word => word).ToDictionary();
        var byWord = rules.Zip(words)
            .GroupBy(pair => pair.Second.Count == 0 ? (uint?)null : pair.Second.MinBy(word => frequency[word]), pair => pair.First)
            .OrderBy(group => group.Key.HasValue)
            .ToList();

        _rules = [.. byWord.SelectMany(group => group)];
        _buckets = new Bucket[Math.Max(4, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)byWord.Count * 2))];
        var start = 0;
        foreach (var group in byWord)
        {
            var count = group.Count();
            if (group.Key is { } word)
            {
                _buckets[FreeSlot(word)] = new Bucket(word, start, count);
            }
            else
            {
                _wordless = count;
            }

            start += count;
        }
    }

    public int Count => _rules.Length;

    /// <summary>The rules whose pattern fits the address, in no promised order.</summary>
    public Matches Find(LowerUrl url) => new(this, url);

    private int FreeSlot(uint word)
    {
        var slot = (int)word & (_buckets.Length - 1);
        while (_buckets[slot].Count != 0)
        {
            slot = (slot + 1) & (_buckets.Length - 1);
        }

        return slot;
    }

    private Bucket Under(uint word)
    {
        for (var slot = (int)word & (_buckets.Length - 1); _buckets[slot].Count != 0; slot = (slot + 1) & (_buckets.Length - 1))
        {
            if (_buckets[slot].Word == word)
            {
                return _buckets[slot];
            }
        }

        return default;
    }

    private static List<uint> KeysOf(UrlPattern pattern)
    {
        var whole = new List<uint>();
        var begun = new List<uint>();
        for (var part = 0; part < pattern.Parts.Length; part++)
        {
            var text = pattern.Parts[part];
            var words = new UrlWords(text);
            while (words.MoveNext())
            {
                var beginsWhole = words.Start > 0 || (part == 0 && pattern.BeginsAtWord);
                var endsWhole = words.End < text.Length || (part == pattern.Parts.Length - 1 && pattern.EndsAtWord);
                if (beginsWhole && endsWhole)
                {
                    whole.Add(words.Hash);
                }
                else if (beginsWhole && words.Head != 0)
                {
                    begun.Add(words.Head);
                }
            }
        }

        return whole.Count > 0 ? whole : begun;
    }

    private readonly record struct Bucket(uint Word, int Start, int Count);

    /// <summary>The rules that fit one address.</summary>
    public ref struct Matches
    {
        private readonly PatternIndex<TRule> _index;
        private readonly LowerUrl _url;
        private UrlWords _words;
        private uint _head;
        private int _next;
        private int _end;

        internal Matches(PatternIndex<TRule> index, LowerUrl url)
        {
            _index = index;
            _url = url;
            _words = new UrlWords(url.Text);
            _end = index._wordless;
        }

        public TRule Current { get; private set; } = default!;

        public bool MoveNext()
        {
            while (true)
            {
                while (_next < _end)
                {
                    ref var candidate = ref _index._rules[_next++];
                    if (candidate.Pattern.Fits(_url.Text, _url.HostRange))
                    {
                        Current = candidate.Rule;
                        return true;
                    }
                }

                var key = _head;
                _head = 0;
                if (key == 0)
                {
                    if (!_words.MoveNext())
                    {
                        return false;
                    }

                    key = _words.Hash;
                    _head = _words.Head;
                }

                var bucket = _index.Under(key);
                _next = bucket.Start;
                _end = bucket.Start + bucket.Count;
            }
        }

        public readonly Matches GetEnumerator() => this;
    }
}
