using CookieGateway.Banner.Texts;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Banner.Texts;

public sealed class TextLibraryTests
{
    public static TheoryData<string> Languages => [.. TextLibrary.Languages];

    [Theory, MemberData(nameof(Languages))]
    public void Every_language_says_everything(string language) =>
        Assert.DoesNotContain(TextLibrary.All(TextLibrary.For(language)), text => string.IsNullOrWhiteSpace(text.Text));

    [Theory, MemberData(nameof(Languages))]
    public void The_same_values_are_put_into_a_text_in_every_language(string language)
    {
        static string Slots(string text) =>
            string.Join(' ', text.Split('{').Skip(1).Select(slot => slot.Split('|', '}')[0]).Order(StringComparer.Ordinal));

        Assert.Equal(
            TextLibrary.All(TextLibrary.For("ru")).Select(text => (text.Name, Slots(text.Text))),
            TextLibrary.All(TextLibrary.For(language)).Select(text => (text.Name, Slots(text.Text))));
    }

    [Theory, MemberData(nameof(Languages))]
    public void No_built_in_text_breaks_the_rules_for_texts(string language) =>
        Assert.DoesNotContain(TextLibrary.All(TextLibrary.For(language)), text => TextLint.Complaint(text.Text) is not null);

    [Fact]
    public void Kazakh_texts_are_written_with_Kazakh_letters()
    {
        var kazakh = string.Concat(TextLibrary.All(TextLibrary.For("kk")).Select(text => text.Text));

        Assert.All("әғқңөұүі", letter => Assert.Contains(letter, kazakh));
    }

    /// <summary>The only Russian labels that DuckDuckGo's autoconsent knows; with others it cannot refuse for its user.</summary>
    [Fact]
    public void Russian_labels_are_those_that_autoconsent_knows()
    {
        var banner = TextLibrary.For("ru").Banner;

        Assert.Contains("мы используем файлы cookie и аналогичные технологии", banner.Intro.ToLowerInvariant(), StringComparison.Ordinal);
        Assert.Equal("принимать только необходимые файлы cookie", banner.Refuse.ToLowerInvariant());
        Assert.Equal("принять все файлы cookie", banner.Accept.ToLowerInvariant());
        Assert.Equal("настроить файлы cookie", banner.Choose.ToLowerInvariant());
    }

    [Fact]
    public void A_site_says_its_own_text_and_keeps_the_others()
    {
        var site = SomeSite.With(("Banner:Texts:ru:banner.title", "Ваш выбор"));

        Assert.Equal("Ваш выбор", TextLibrary.For(site.Banner, "ru").Banner.Title);
        Assert.Equal(TextLibrary.For("ru").Banner.Refuse, TextLibrary.For(site.Banner, "ru").Banner.Refuse);
        Assert.Equal(TextLibrary.For("kk"), TextLibrary.For(site.Banner, "kk"));
    }
}
