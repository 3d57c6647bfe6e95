namespace CookieGateway.Tests.Dashboard;

/// <summary>One dashboard for the tests of a class.</summary>
public sealed class StartedDashboard : IAsyncLifetime
{
    public RunningDashboard Dashboard { get; private set; } = null!;

    public async Task InitializeAsync() => Dashboard = await RunningDashboard.StartAsync();

    public Task DisposeAsync() => Dashboard.DisposeAsync().AsTask();
}
