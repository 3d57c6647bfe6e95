using CookieGateway.Banner.Texts;

namespace CookieGateway.Tests.Banner.Texts;

public sealed class TextLintTests
{
    [Theory]
    [InlineData("ru", "Продолжая пользоваться сайтом, вы соглашаетесь.")]
    [InlineData("ru", "Оставаясь на сайте, вы принимаете условия.")]
    [InlineData("en", "By continuing you agree to cookies.")]
    [InlineData("en", "By using this site you accept cookies.")]
    [InlineData("kk", "Сайтты пайдалану арқылы сіз келісесіз.")]
    public void A_text_that_takes_silence_for_consent_is_refused(string language, string text) =>
        Assert.Equal(
            $"Sites:clinic:Banner:Texts:{language}:banner.intro is \"{text}\". "
                + "Going on with the visit is no consent. Say what is asked, and leave the answer to the buttons.",
            Assert.Single(Mistakes(language, ("banner.intro", text))));

    [Fact]
    public void A_text_of_an_unknown_name_is_refused() =>
        Assert.Equal(
            "Sites:clinic:Banner:Texts:ru:banner.agree replaces no text. The texts' names are those of the built-in ones, as in \"banner.title\".",
            Assert.Single(Mistakes("ru", ("banner.agree", "Да"))));

    [Fact]
    public void Refusing_and_accepting_may_not_have_the_same_label() =>
        Assert.Equal(
            "Sites:clinic:Banner:Texts:ru gives accepting and refusing the same label \"Хорошо\". They must differ.",
            Assert.Single(Mistakes("ru", ("banner.accept", "Хорошо"), ("banner.refuse", "Хорошо"))));

    [Fact]
    public void A_label_may_not_be_a_whisper_beside_the_other() =>
        Assert.Equal(
            "Sites:clinic:Banner:Texts:en has the labels \"Accept all cookies\" and \"No\". "
                + "One is more than three times as long as the other; make them alike.",
            Assert.Single(Mistakes("en", ("banner.refuse", "No"))));

    [Fact]
    public void The_labels_of_the_banner_that_asks_again_are_held_to_the_same() =>
        Assert.Equal(
            "Sites:clinic:Banner:Texts:en has the labels \"Allow the new recipients\" and \"No\". "
                + "One is more than three times as long as the other; make them alike.",
            Assert.Single(Mistakes("en", ("again.refuse", "No"))));

    [Fact]
    public void A_text_is_plain() =>
        Assert.EndsWith(
            "It must be plain text, without markup.",
            Assert.Single(Mistakes("ru", ("banner.intro", "Мы <b>очень</b> просим"))),
            StringComparison.Ordinal);

    private static IEnumerable<string> Mistakes(string language, params (string Name, string Text)[] texts) => TextLint.Mistakes(
        "Sites:clinic:Banner",
        new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            [language] = texts.ToDictionary(text => text.Name, text => text.Text),
        });
}
