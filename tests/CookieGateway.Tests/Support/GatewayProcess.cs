using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CookieGateway.Tests.Support;

/// <summary>The whole gateway as a process of its own, as it is run for real, with the embedded Redis: so that it can be killed.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private readonly string _configuration;
    private readonly Uri _address;
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false });
    private Process? _process;

    public GatewayProcess(TemporaryDirectory directory)
    {
        DataDirectory = Path.Combine(directory.Path, "data");
        _address = new Uri($"http://127.0.0.1:{RedisServer.FreePort()}");
        var configuration = TestConfiguration.For(new Uri("http://127.0.0.1:1"), DataDirectory);
        configuration["Urls"] = _address.ToString();
        configuration["Gateway"]!["Redis"] = "embedded";
        _configuration = directory.Write("gateway.json", configuration.ToJsonString());
    }

    public string DataDirectory { get; }

    public async Task StartAsync()
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "CookieGateway.dll"), "run", "--config", _configuration];
        _process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Eventually.IsTrueAsync(async () => await DecideAsync() is not null, "The gateway does not take decisions.");
    }

    /// <summary>Takes a decision; the record's id once it is acknowledged, null when it was not.</summary>
    public async Task<string?> DecideAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_address, "/_consent/decision"))
        {
            Content = JsonContent.Create(new { grant = "all" }),
        };
        request.Headers.Host = RunningGateway.Host;
        request.Headers.Add("Origin", "http://" + RunningGateway.Host);
        try
        {
            using var answer = await _client.SendAsync(request);
            return answer.StatusCode == HttpStatusCode.OK
                ? (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["record"]
                : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
            _process = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _client.Dispose();
    }
}
