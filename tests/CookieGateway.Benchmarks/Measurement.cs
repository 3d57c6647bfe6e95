using System.Diagnostics;

namespace CookieGateway.Benchmarks;

/// <summary>
/// The best time of each page in several passes over all of them, added up: what the code costs when nothing else disturbs it. On a busy
/// machine hardly a pass goes undisturbed from end to end, but every page does once.
/// </summary>
internal sealed record Measurement(double Seconds, double MegabytesPerSecond, long AllocatedBytesPerPage)
{
    private const int MostRounds = 24;
    private const int RoundsWithoutGain = 4;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.4);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(2);

    /// <summary>What a pass over all pages costs; or, where it is not about pages, what one call does.</summary>
    public static Measurement Of(IReadOnlyList<byte[]> all, Action<byte[]> run, bool once = false)
    {
        var pages = once ? [all[0]] : all;
        WarmUp(pages, run);
        var best = new double[pages.Count];
        Array.Fill(best, double.MaxValue);
        var allocated = long.MaxValue;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Measured;)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var page = 0; page < pages.Count; page++)
            {
                var start = Stopwatch.GetTimestamp();
                run(pages[page]);
                best[page] = Math.Min(best[page], Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        var seconds = best.Sum();
        return new Measurement(seconds, pages.Sum(page => (double)page.Length) / seconds / 1e6, allocated / pages.Count);
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
