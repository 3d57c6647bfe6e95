using CookieGateway.Demo;

namespace CookieGateway.BrowserTests.Support;

/// <summary>The whole demo on free ports, with the embedded Redis and a data directory of its own, and a browser to visit it.</summary>
public sealed class DemoBrowser : IAsyncLifetime
{
    private readonly BrowserFixture _browser = new();
    private readonly string _data = Directory.CreateTempSubdirectory("cookiegateway-browser-").FullName;
    private DemoHost? _demo;

    internal DemoHost Demo => _demo!;

    public async Task InitializeAsync()
    {
        _demo = await Demos.StartAsync(_data);
        await _browser.InitializeAsync();
    }

    public Task<Visitor> NewVisitorAsync(VisitorTraits? traits = null) => _browser.NewVisitorAsync(traits);

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        if (_demo is not null)
        {
            await _demo.DisposeAsync();
        }

        Directory.Delete(_data, recursive: true);
    }
}
