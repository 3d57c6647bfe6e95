using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CookieGateway.BrowserTests.Support;

namespace CookieGateway.BrowserTests.Promises;

/// <summary>Promise 6: what a page view gets besides the clinic's own, as the browser transfers it before anybody has touched anything.</summary>
[Collection(nameof(DemoCollection))]
public sealed partial class WeightTests(DemoBrowser browser)
{
    private const int PageLimit = 8 * 1024;

    [Theory]
    [MemberData(nameof(ClinicPages.All), MemberType = typeof(ClinicPages))]
    public async Task A_page_view_gets_at_most_eight_kilobytes_and_nothing_but_the_guard_is_waited_for(string host, string path)
    {
        await using var visitor = await browser.NewVisitorAsync();
        var files = new List<IResponse>();
        visitor.Page.Response += (_, response) =>
        {
            if (response.Url.Contains("/_consent/", StringComparison.Ordinal))
            {
                files.Add(response);
            }
        };
        var page = await visitor.Page.GotoAsync(browser.Demo.AddressOf(host, path).AbsoluteUri);
        await visitor.RestAsync();

        var sizes = new List<(string Name, int Bytes)> { ("markup and style", Brotli(InsertedInto(await page!.TextAsync()))) };
        foreach (var file in files)
        {
            Assert.Equal("br", await file.HeaderValueAsync("content-encoding"));
            Assert.Equal("public, max-age=31536000, immutable", await file.HeaderValueAsync("cache-control"));
            Assert.Matches("/_consent/assets/[0-9a-f]{16}/", file.Url);
            sizes.Add((file.Url.Split('/')[^1], int.Parse((await file.HeaderValueAsync("content-length"))!, CultureInfo.InvariantCulture)));
        }

        Assert.True(sizes.Sum(size => size.Bytes) <= PageLimit, string.Join(", ", sizes));
        Assert.Equal("cg-guard.js", await visitor.Page.EvaluateAsync<string>("""
            performance.getEntriesByType('resource')
              .filter(({ name, renderBlockingStatus }) => name.includes('/_consent/') && renderBlockingStatus == 'blocking')
              .map(({ name }) => name.split('/').pop()).join()
            """));
    }

    private static string InsertedInto(string page)
    {
        var found = Insertions().Matches(page);
        Assert.Equal(2, found.Count);
        return string.Concat(found.Select(one => one.Value));
    }

    private static int Brotli(string text)
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(output, CompressionLevel.SmallestSize))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return output.ToArray().Length;
    }

    /// <summary>The guard's tag, and all from the banner's style to its script.</summary>
    [GeneratedRegex(
        "<script id=\"cg-guard\"[^>]*></script>|(<style[^>]*>#cg-banner|<link rel=\"stylesheet\" href=\"[^\"]*cg-banner\\.css).*?/cg-banner\\.js\"[^>]*></script>",
        RegexOptions.Singleline)]
    private static partial Regex Insertions();
}
