using System.Text;
using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Consent.Tests.Trackers.Matching;

public sealed class HostIndexTests
{
    private static readonly HostIndex<string> Index = new(
    [
        KeyValuePair.Create("example", "1"),
        KeyValuePair.Create("a.example", "2"),
        KeyValuePair.Create("c.b.a.example", "4"),
    ]);

    [Theory]
    [InlineData("example", "1")]
    [InlineData("a.example", "2 1")]
    [InlineData("d.c.b.a.example", "4 2 1")]
    [InlineData("xa.example", "1")]
    [InlineData("example.org", "")]
    [InlineData("", "")]
    public void A_host_finds_itself_and_its_parents_the_longest_first(string host, string found)
    {
        var values = new List<string>();
        foreach (var (value, _) in Index.Find(Encoding.ASCII.GetBytes(host)))
        {
            values.Add(value);
        }

        Assert.Equal(found, string.Join(' ', values));
    }

    [Fact]
    public void A_host_with_a_thousand_labels_is_found_by_its_end()
    {
        var host = string.Concat(Enumerable.Repeat("x.", 1000)) + "example";
        Assert.True(Index.Find(Encoding.ASCII.GetBytes(host)).MoveNext());
    }
}
