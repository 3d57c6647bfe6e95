using CookieGateway.Html.Tests.Support;
using CookieGateway.Html.Tokenizing;

namespace CookieGateway.Html.Tests.Tokenizing;

/// <summary>A glance at a tag says what reading it says, or nothing; that nobody wants it, only where it is sure.</summary>
public sealed class TagGlanceTests
{
    private const int NoLimit = 1 << 24;

    private static readonly AttributeTable Wanted = Table();

    private static readonly string[] Splinters =
    [
        " ", "\n", "\t", "/", "=", "\"", "'", ">", "class", "style", "data-src", "data-id", "onclick", "href", "=\"", "\" ", "=\"a\"", "=\"x>y\"", " id=\"b\"", " title='c'", "=d", "on", "STYLE", "é", "\0", " style=\"f(\"", " data-src=\"/g\"",
        " class=\"h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9 and so on and on\"", "ping", "<", "\f", "\r",
    ];

    [Fact]
    public void It_says_what_reading_the_tag_says_or_nothing()
    {
        var random = new Random(20261121);
        var said = 0;
        for (var i = 0; i < 60_000; i++)
        {
            var tag = "<p" + string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Splinters[random.Next(Splinters.Length)])) + (i % 3 == 0 ? "" : ">");
            said += AgreesOn(Run.Bytes(tag + new string(i % 2 == 0 ? ' ' : '>', 200)), 0) ? 1 : 0;
        }

        Assert.InRange(said, 2_000, 60_000);
    }

    [Fact]
    public void It_says_what_reading_says_of_every_tag_of_real_pages()
    {
        foreach (var path in Folders.Corpus.Concat(GoldenPages.Inputs))
        {
            var page = File.ReadAllBytes(path);
            for (var at = page.AsSpan().IndexOf((byte)'<'); at >= 0 && at + 1 < page.Length;)
            {
                _ = ByteClass.IsLetter(page[at + 1]) && AgreesOn(page, at);
                var next = page.AsSpan(at + 1).IndexOf((byte)'<');
                at = next < 0 ? -1 : at + 1 + next;
            }
        }
    }

    [Fact]
    public void A_tag_longer_than_allowed_is_left_to_be_read()
    {
        var page = Run.Bytes("<p " + string.Concat(Enumerable.Repeat("a ", 500)) + ">" + new string(' ', 100));

        Assert.Equal(1004, TagGlance.EndOf(page, 2, NoLimit, Wanted));
        Assert.Equal(0, TagGlance.EndOf(page, 2, 600, Wanted));
    }

    private static bool AgreesOn(byte[] page, int at)
    {
        var nameEnd = ByteScan.TagNameEnd(page, at + 1);
        if (nameEnd < 0)
        {
            return false;
        }

        var end = TagGlance.EndOf(page, nameEnd, NoLimit, Wanted);
        if (end == 0)
        {
            return false;
        }

        var isWanted = end < 0;
        end = Math.Abs(end);
        var tag = new Tag(Wanted);
        var text = Run.Text(page.AsSpan(at, end - at));
        Assert.True(tag.TryRead(page.AsSpan(at), nameStart: 1), text);
        Assert.True(tag.Length == end - at, $"Reading ends after {tag.Length}: {text}");
        Assert.True(tag.Wanted == 0 || isWanted, $"Somebody wants {text}");
        return !isWanted;
    }

    private static AttributeTable Table()
    {
        var table = new AttributeTable();
        table.Add("on*", 1);
        table.Add("ping", 2);
        table.Add("style", 4, static (_, value) => value.Contains((byte)'('));
        table.Add("data-*", 8, static (name, value) => name.EndsWith("src"u8) && value.Contains((byte)'/'));
        return table;
    }
}
