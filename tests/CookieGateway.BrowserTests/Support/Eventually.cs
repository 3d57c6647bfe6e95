using System.Diagnostics;

namespace CookieGateway.BrowserTests.Support;

/// <summary>Waits on a condition, with a deadline: for what happens soon, but not at once.</summary>
public static class Eventually
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    public static Task IsTrueAsync(Func<bool> condition, Func<string> complaint) =>
        IsTrueAsync(() => Task.FromResult(condition()), complaint);

    public static async Task IsTrueAsync(Func<Task<bool>> condition, Func<string> complaint)
    {
        for (var started = Stopwatch.GetTimestamp(); !await condition(); await Task.Delay(s_pause))
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < s_deadline, complaint());
        }
    }
}
