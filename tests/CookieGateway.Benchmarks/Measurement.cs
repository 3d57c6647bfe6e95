using System.Diagnostics;

namespace CookieGateway.Benchmarks;

/// <summary>
/// The best time of each page in several passes over all of them, added up: what the code costs when nothing else disturbs it. On a busy
/// machine hardly a pass goes undisturbed from end to end, but every page does once.
/// </summary>
internal sealed class Measurement
{
    private const int MostRounds = 24;
    private const int RoundsWithoutGain = 4;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.4);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<byte[]> _pages;
    private readonly Action<byte[]> _run;
    private readonly double[] _best;
    private long _allocated = long.MaxValue;

    /// <summary>Warms up; measured is in turns.</summary>
    public Measurement(IReadOnlyList<byte[]> pages, Action<byte[]> run)
    {
        (_pages, _run) = (pages, run);
        _best = new double[pages.Count];
        Array.Fill(_best, double.MaxValue);
        WarmUp(pages, run);
    }

    public double Seconds => _best.Sum();

    public double MegabytesPerSecond => _pages.Sum(page => (double)page.Length) / Seconds / 1e6;

    public long AllocatedBytesPerPage => _allocated / _pages.Count;

    /// <summary>What a pass over all pages costs; or, where it is not about pages, what one call does.</summary>
    public static Measurement Of(IReadOnlyList<byte[]> all, Action<byte[]> run, bool once = false)
    {
        var measured = new Measurement(once ? [all[0]] : all, run);
        measured.TakeTurn();
        measured.TakeTurn();
        return measured;
    }

    /// <summary>A second of passes. What is compared takes turns, so that all of it has its share of the machine's quiet moments.</summary>
    public void TakeTurn()
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Turn;)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var page = 0; page < _pages.Count; page++)
            {
                var start = Stopwatch.GetTimestamp();
                _run(_pages[page]);
                _best[page] = Math.Min(_best[page], Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            _allocated = Math.Min(_allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    // The compiler's last word comes in the background, after two rounds of watching, and on a busy machine it may take its time:
    // so as long as it makes the code faster, it is waited for.
    private static void WarmUp(IReadOnlyList<byte[]> pages, Action<byte[]> run)
    {
        var best = double.MaxValue;
        for (int round = 0, idle = 0; round < MostRounds && idle < RoundsWithoutGain; round++)
        {
            var before = best;
            for (var clock = Stopwatch.StartNew(); clock.Elapsed < Round;)
            {
                var start = Stopwatch.GetTimestamp();
                Pass(pages, run);
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            idle = best < before * 0.97 ? 0 : idle + 1;
            Thread.Sleep(100);
        }
    }

    private static void Pass(IReadOnlyList<byte[]> pages, Action<byte[]> run)
    {
        foreach (var page in pages)
        {
            run(page);
        }
    }
}
