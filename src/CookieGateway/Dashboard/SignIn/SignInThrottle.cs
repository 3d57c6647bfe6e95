using System.Collections.Concurrent;

namespace CookieGateway.Dashboard.SignIn;

/// <summary>
/// Makes guessing slow: after five failures in a row, each further one doubles the wait, from half a minute to a quarter of an hour.
/// It counts for a name from an address, so that a stranger cannot lock a member out; and, with more patience, for an address with any name.
/// </summary>
internal sealed class SignInThrottle(TimeProvider time)
{
    private const int FreeForName = 5;
    private const int FreeForAddress = 25;
    private const int MostKeys = 20_000;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Failures> _failures = new(StringComparer.Ordinal);

    /// <summary>How long this name has to wait at this address; zero when it may try.</summary>
    public TimeSpan WaitFor(string name, string address)
    {
        var until = new[] { ForName(name, address), ForAddress(address) }
            .Max(key => _failures.TryGetValue(key, out var failures) ? failures.Until : default);
        var wait = until - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    public void Failed(string name, string address)
    {
        if (_failures.Count >= MostKeys)
        {
            Forget();
        }

        Count(ForName(name, address), FreeForName);
        Count(ForAddress(address), FreeForAddress);
    }

    public void Succeeded(string name, string address) => _failures.TryRemove(ForName(name, address), out _);

    private static string ForName(string name, string address) => $"{address} {name}";

    private static string ForAddress(string address) => address;

    private void Count(string key, int free)
    {
        var now = time.GetUtcNow();
        _failures.AddOrUpdate(
            key,
            _ => new Failures(1, now, default),
            (_, known) =>
            {
                var count = now - known.Last > Memory ? 1 : known.Count + 1;
                var doublings = Math.Min(count - free, 10);
                var wait = doublings < 0 ? TimeSpan.Zero : FirstWait * Math.Pow(2, doublings);
                return new Failures(count, now, now + (wait < LongestWait ? wait : LongestWait));
            });
    }

    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var (key, failures) in _failures)
        {
            if (now - failures.Last > Memory)
            {
                _failures.TryRemove(key, out _);
            }
        }

        // Somebody with twenty thousand addresses is at work. Starting afresh costs each of them five tries; growing would cost the gateway.
        if (_failures.Count >= MostKeys)
        {
            _failures.Clear();
        }
    }

    private sealed record Failures(int Count, DateTimeOffset Last, DateTimeOffset Until);
}
