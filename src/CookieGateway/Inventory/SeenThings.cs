using System.Collections.Concurrent;

namespace CookieGateway.Inventory;

/// <summary>
/// What one site was seen to have since the last flush, by key: bounded, and cheap for what is seen again and again. When it is full,
/// what is new goes uncounted until a flush has made room, so that a visitor who invents cookie names fills a table and nothing else.
/// </summary>
internal sealed class SeenThings<T>(int capacity, Func<T, T, T> merge)
    where T : class
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public void Saw(string key, T seen)
    {
        if (_entries.Count >= capacity && !_entries.ContainsKey(key))
        {
            return;
        }

        _entries.AddOrUpdate(
            key,
            static (_, add) => new Entry(add.seen, Changed: true),
            static (_, known, add) => new Entry(add.merge(known.Seen, add.seen), Changed: true),
            (seen, merge));
    }

    /// <summary>The entry of that key, as far as this process knows it.</summary>
    public T? Find(string key) => _entries.TryGetValue(key, out var entry) ? entry.Seen : null;

    /// <summary>What has changed since the last call. It stays known, for <see cref="Saw"/> to compare with.</summary>
    public IReadOnlyList<KeyValuePair<string, T>> TakeChanged()
    {
        List<KeyValuePair<string, T>> changed = [];
        foreach (var (key, entry) in _entries)
        {
            if (entry.Changed && _entries.TryUpdate(key, entry with { Changed = false }, entry))
            {
                changed.Add(new(key, entry.Seen));
            }
        }

        return changed;
    }

    /// <summary>Puts back what could not be stored.</summary>
    public void PutBack(IEnumerable<KeyValuePair<string, T>> taken)
    {
        foreach (var (key, seen) in taken)
        {
            Saw(key, seen);
        }
    }

    /// <summary>Forgets what is stored and has not been seen of late, which makes room.</summary>
    public void Forget(Predicate<T> old)
    {
        foreach (var (key, entry) in _entries)
        {
            if (!entry.Changed && old(entry.Seen))
            {
                _entries.TryRemove(new(key, entry));
            }
        }
    }

    private sealed record Entry(T Seen, bool Changed);
}
