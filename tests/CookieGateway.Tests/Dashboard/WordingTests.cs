using System.Text.RegularExpressions;
using CookieGateway.Dashboard.Words;
using CookieGateway.Tests.Architecture;

namespace CookieGateway.Tests.Dashboard;

public sealed partial class WordingTests
{
    public static TheoryData<string> Languages => [.. Wording.Languages];

    [Theory, MemberData(nameof(Languages))]
    public void Every_language_has_every_text_with_the_same_places(string language)
    {
        var (words, russian) = (Wording.In(language), Wording.In("ru"));

        Assert.Equal(russian.Keys.Order(StringComparer.Ordinal), words.Keys.Order(StringComparer.Ordinal));
        Assert.All(russian.Keys, key => Assert.Equal(Places(russian[key]), Places(words[key])));
    }

    [Fact]
    public void Every_text_that_a_page_names_is_there()
    {
        var missing = Repository.Sources("src/CookieGateway/Dashboard")
            .SelectMany(file => Names().Matches(Repository.Read(file)).Select(match => match.Groups[1].Value))
            .Where(key => !Wording.In("ru").Has(key))
            .Distinct();

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("ru", 1, "1\u00A0день")]
    [InlineData("ru", 2, "2\u00A0дня")]
    [InlineData("ru", 11, "11\u00A0дней")]
    [InlineData("ru", 1021, "1\u00A0021\u00A0день")]
    [InlineData("kk", 5, "5\u00A0күн")]
    [InlineData("en", 1, "1\u00A0day")]
    [InlineData("en", 1021, "1,021\u00A0days")]
    public void A_number_has_its_noun_in_the_right_form(string language, long number, string text) =>
        Assert.Equal(text, Wording.In(language).Count("unit.days", number));

    private static IEnumerable<string> Places(string text) =>
        Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex("""\b(?:W|words)(?:\.With|\.Count)?[\[(]"([a-z.]+[a-z])"\s*[\]),]""")]
    private static partial Regex Names();
}
