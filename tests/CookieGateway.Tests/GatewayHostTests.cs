using System.Net;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests;

public sealed class GatewayHostTests
{
    [Fact]
    public async Task A_host_that_no_site_answers_to_is_misdirected()
    {
        await using var gateway = await RunningGateway.InFrontOfAsync(RunningGateway.Page("<p>hello"));

        using var response = await gateway.Client.GetAsync("http://other.test/");

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        Assert.Empty(gateway.Origin.Requests);
    }
}
