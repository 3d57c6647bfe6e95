using System.Diagnostics;

namespace CookieGateway.Tests.Support;

/// <summary>Waits for a condition with a deadline, instead of sleeping and hoping.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static Task IsTrueAsync(Func<bool> condition, string otherwise) =>
        IsTrueAsync(() => Task.FromResult(condition()), otherwise);

    public static async Task IsTrueAsync(Func<Task<bool>> condition, string otherwise)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < Deadline, otherwise);
            await Task.Delay(10);
        }
    }

    /// <summary>Waits for a task that should end by itself.</summary>
    public static Task<T> EndsAsync<T>(Task<T> task) => task.WaitAsync(Deadline);

    /// <summary>Waits for a task that should end by itself.</summary>
    public static Task EndsAsync(Task task) => task.WaitAsync(Deadline);
}
