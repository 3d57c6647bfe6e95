using System.Net;
using System.Text.Json.Nodes;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Proxying;

public sealed class ViaTests
{
    [Fact]
    public async Task A_gateway_in_front_of_itself_says_so_instead_of_asking_itself_for_ever()
    {
        await using var gateway = await RunningGateway.InFrontOfAsync(RunningGateway.Page("the site"));

        await gateway.ReconfigureAsync(all => all.Site()["Origins"] = new JsonArray(gateway.Address.ToString()));

        // YARP takes the new origin over a moment after the sites are in place.
        HttpStatusCode status;
        do
        {
            using var response = await gateway.GetAsync("/");
            status = response.StatusCode;
        }
        while (status == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.LoopDetected, status);
    }
}
