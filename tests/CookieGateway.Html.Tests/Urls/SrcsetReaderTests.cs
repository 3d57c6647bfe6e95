using System.Text;
using CookieGateway.Html.Urls;

namespace CookieGateway.Html.Tests.Urls;

public sealed class SrcsetReaderTests
{
    [Theory]
    [InlineData("a.png", "a.png")]
    [InlineData("a.png 1x, b.png 2x", "a.png b.png")]
    [InlineData(" a.png 100w ,\n b.png 200w , ", "a.png b.png")]
    [InlineData("a.png,b.png", "a.png,b.png")]
    [InlineData("a.png, b.png", "a.png b.png")]
    [InlineData(",,, a.png", "a.png")]
    [InlineData("a.png 1x,b.png", "a.png b.png")]
    [InlineData("a.png (x, y) 1x, b.png", "a.png b.png")]
    [InlineData("data:image/gif;base64,R0lGOD 1x, b.png 2x", "data:image/gif;base64,R0lGOD b.png")]
    [InlineData("a.png,,, b.png", "a.png b.png")]
    [InlineData("", "")]
    [InlineData(" , ", "")]
    public void The_candidates_are_those_of_the_standard(string srcset, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(srcset);
        var urls = new List<string>();
        var reader = new SrcsetReader(bytes);
        while (reader.MoveNext())
        {
            urls.Add(Encoding.UTF8.GetString(reader.Current));
            Assert.Equal(urls[^1], Encoding.UTF8.GetString(bytes[reader.CurrentRange]));
        }

        Assert.Equal(expected, string.Join(' ', urls));
    }
}
