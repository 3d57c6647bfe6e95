namespace CookieGateway.Tests.Measuring;

/// <summary>What a piece of work costs the garbage collector.</summary>
internal static class Allocation
{
    /// <summary>
    /// The bytes that the work allocates on this thread, the least of several times: what runs beside a test may start a collection,
    /// empty a pool or have code compiled anew, but the work itself always costs the same.
    /// </summary>
    public static long Of(Action work) => Enumerable.Range(0, 7).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}
