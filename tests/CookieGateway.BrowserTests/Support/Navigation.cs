namespace CookieGateway.BrowserTests.Support;

/// <summary>Waiting for a page to be replaced by the next, even when that has the same address.</summary>
public static class Navigation
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(30);

    public static async Task LoadAnewAsync(this IPage page, Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void OnLoad(object? sender, IPage loadedPage) => loaded.TrySetResult();

        page.Load += OnLoad;
        try
        {
            await act();
            await loaded.Task.WaitAsync(s_deadline);
        }
        finally
        {
            page.Load -= OnLoad;
        }
    }
}
