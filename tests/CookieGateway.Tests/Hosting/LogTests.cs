using System.Collections.Concurrent;
using CookieGateway.Tests.Support;
using Microsoft.Extensions.Logging;

namespace CookieGateway.Tests.Hosting;

public sealed class LogTests
{
    [Fact]
    public async Task What_visitors_and_officers_ask_for_is_in_no_log_line()
    {
        using var lines = new Lines();
        await using var gateway = await RunningGateway.InFrontOfAsync(
            RunningGateway.Page("<h1>Clinic</h1>"),
            adjust: builder => builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Information).AddProvider(lines));

        await gateway.GetTextAsync("/search?q=diabetes");
        using var dashboard = new HttpClient();
        await dashboard.GetAsync(new Uri(gateway.Gateway.DashboardAddress, "/records?id=diabetes"));

        Assert.NotEmpty(lines.Written);
        Assert.DoesNotContain(lines.Written, line => line.Contains("diabetes", StringComparison.Ordinal));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
