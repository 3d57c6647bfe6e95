using System.Diagnostics;

namespace CookieGateway.Benchmarks;

/// <summary>The best of several passes over all pages: what the code costs when nothing else disturbs it.</summary>
internal sealed record Measurement(double Seconds, double MegabytesPerSecond, long AllocatedBytesPerPage)
{
    private const int WarmUps = 4;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(1);

    public static Measurement Of(IReadOnlyList<byte[]> pages, Action<byte[]> run)
    {
        // Several times, with rests between: the compiler's last word comes in the background, after two rounds of watching.
        for (var round = 0; round < WarmUps; round++)
        {
            RunFor(WarmUp, pages, run);
            Thread.Sleep(200);
        }

        var best = double.MaxValue;
        var allocated = long.MaxValue;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Measured;)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            Pass(pages, run);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return new Measurement(best, pages.Sum(page => (double)page.Length) / best / 1e6, allocated / pages.Count);
    }

    private static void RunFor(TimeSpan time, IReadOnlyList<byte[]> pages, Action<byte[]> run)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time;)
        {
            Pass(pages, run);
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
