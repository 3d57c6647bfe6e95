using CookieGateway.Statistics;
using Microsoft.AspNetCore.Http;

namespace CookieGateway.Tests.Statistics;

public sealed class VisitStartTests
{
    [Theory]
    [InlineData("typed into the address bar", true, "Sec-Fetch-Site: none", "Sec-Fetch-Dest: document")]
    [InlineData("a link on another site", true, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Dest: document")]
    [InlineData("a link inside of the site", false, "Sec-Fetch-Site: same-origin", "Sec-Fetch-Dest: document")]
    [InlineData("a link from a subdomain", false, "Sec-Fetch-Site: same-site", "Sec-Fetch-Dest: document")]
    [InlineData("a reload", false, "Sec-Fetch-Site: cross-site", "Cache-Control: max-age=0")]
    [InlineData("a frame", false, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Dest: iframe")]
    [InlineData("a prefetch", false, "Sec-Fetch-Site: cross-site", "Sec-Purpose: prefetch;prerender")]
    [InlineData("plain http, no referring page", true)]
    [InlineData("plain http, from a search engine", true, "Referer: https://yandex.kz/")]
    [InlineData("plain http, from the site itself", false, "Referer: http://clinic.kz/prices?x=1")]
    [InlineData("plain http, an unreadable referring page", true, "Referer: ::")]
    public void A_visit_starts_with_a_navigation_from_outside(string story, bool starts, params string[] headers)
    {
        var request = new DefaultHttpContext().Request;
        foreach (var header in headers)
        {
            var (name, value) = (header.Split(": ")[0], header.Split(": ")[1]);
            request.Headers[name] = value;
        }

        Assert.True(VisitStart.Is(request, host => host == "clinic.kz") == starts, story);
    }
}
