using CookieGateway.Commands;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Commands;

public sealed class ConfigurationCommandTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _errors = new() { NewLine = "\n" };

    public void Dispose()
    {
        _directory.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task A_gateway_that_is_not_configured_says_why_it_did_not_start()
    {
        var file = _directory.Write("gateway.json", """{ "Sites": { "b": { "Hosts": ["b.test"], "Origins": ["10.0.0.5"] } } }""");

        var code = await RunCommand.RunAsync([], file, _errors, CancellationToken.None);

        Assert.Equal(78, code);
        Assert.Equal(
            "The gateway did not start. Its configuration needs attention:\n"
            + "  - Sites:b:Origins:0 is \"10.0.0.5\". It must be the origin's address without a path, as in \"http://10.0.0.5:8080\".\n",
            _errors.ToString());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_mistake()
    {
        var code = await CheckConfigCommand.RunAsync([], "/nowhere/gateway.json", _output, _errors);

        Assert.Equal(78, code);
        Assert.Equal(
            "The configuration needs attention:\n  - --config is \"/nowhere/gateway.json\". There is no such file. Name the gateway's configuration file.\n",
            _errors.ToString());
    }

    [Fact]
    public async Task A_file_that_is_no_JSON_says_where()
    {
        var file = _directory.Write("gateway.json", "{ \"Sites\": \n nonsense }");

        var code = await CheckConfigCommand.RunAsync([], file, _output, _errors);

        Assert.Equal(78, code);
        Assert.StartsWith($"The configuration needs attention:\n  - --config is \"{file}\", which is not readable as JSON: ", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("LineNumber: 1", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_in_order_is_confirmed_with_what_the_law_still_wants()
    {
        var file = _directory.Write("gateway.json", """
            {
              "Sites": {
                "b": {
                  "Hosts": "b.test", "Origins": "http://10.0.0.5",
                  "Operator": { "Name": { "ru": "Б", "kk": "Б" }, "Id": "180740027339", "Email": "b@b.test" },
                  "Policy": { "Url": "/privacy" }
                }
              }
            }
            """);

        var code = await CheckConfigCommand.RunAsync([], file, _output, _errors);

        Assert.Equal(0, code);
        Assert.Equal(
            "The configuration is in order. Sites: b.\n"
            + "  - Sites:b:Policy:Versions is empty. A record then cannot show which policy the visitor agreed to.\n",
            _output.ToString());
    }

    [Fact]
    public async Task The_command_line_wins_over_the_file()
    {
        var file = _directory.Write("gateway.json", """{ "Sites": { "b": { "Hosts": ["b.test"], "Origins": ["10.0.0.5"] } } }""");

        Assert.Equal(0, await CheckConfigCommand.RunAsync(["--Sites:b:Origins:0=http://10.0.0.5"], file, _output, _errors));
    }
}
