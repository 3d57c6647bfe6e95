using System.Text;
using AngleSharp.Html.Parser;
using CookieGateway.Html.References;
using CookieGateway.Html.Rewriting;

namespace CookieGateway.Html.Tests.References;

public sealed class CharacterReferencesTests
{
    [Fact]
    public void Every_named_reference_stands_for_what_AngleSharp_knows_it_stands_for()
    {
        using var stream = typeof(NamedReferences).Assembly.GetManifestResourceStream("named-references.txt")!;
        using var reader = new StreamReader(stream);
        var names = reader.ReadToEnd().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(item => item[..item.IndexOf('=')]).ToArray();
        using var document = new HtmlParser().ParseDocument(string.Concat(names.Select(name => $"<i x='&{name};' y='&{name}'>")));

        var wrong = document.QuerySelectorAll("i").Zip(names)
            .Where(pair => Decode($"&{pair.Second};") != pair.First.GetAttribute("x") || Decode($"&{pair.Second}") != pair.First.GetAttribute("y"))
            .Select(pair => pair.Second);

        Assert.Equal(2125, names.Length);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("&amp;&#1055;&eacute;&lt;", "&&#1055;&eacute;<")]
    [InlineData("a", "a")]
    public void Of_a_nested_documents_references_only_those_to_ascii_are_decoded(string value, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(CharacterReferences.DecodeAscii(Encoding.UTF8.GetBytes(value), new ByteBuffer())));

    private static string Decode(string value) => Encoding.UTF8.GetString(CharacterReferences.Decode(Encoding.UTF8.GetBytes(value), new ByteBuffer()));
}
