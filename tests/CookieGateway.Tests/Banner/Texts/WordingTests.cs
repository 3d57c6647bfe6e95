using CookieGateway.Banner.Texts;

namespace CookieGateway.Tests.Banner.Texts;

public sealed class WordingTests
{
    [Theory]
    [InlineData(1, "1 день")]
    [InlineData(2, "2 дня")]
    [InlineData(4, "4 дня")]
    [InlineData(5, "5 дней")]
    [InlineData(11, "11 дней")]
    [InlineData(12, "12 дней")]
    [InlineData(21, "21 день")]
    [InlineData(22, "22 дня")]
    [InlineData(111, "111 дней")]
    [InlineData(180, "180 дней")]
    public void A_Russian_noun_takes_the_form_that_its_number_wants(int days, string expected) =>
        Assert.Equal(expected.Replace(' ', '\u00A0'), Wording.Fill("{days|день|дня|дней}", "ru", ("days", days)));

    [Theory]
    [InlineData(1, "1 day")]
    [InlineData(2, "2 days")]
    public void An_English_noun_has_two_forms(int days, string expected) =>
        Assert.Equal(expected.Replace(' ', '\u00A0'), Wording.Fill("{days|day|days}", "en", ("days", days)));

    [Fact]
    public void A_value_stands_for_its_name_and_an_unknown_name_stays() =>
        Assert.Equal("Yandex (Россия) {other}", Wording.Fill("{vendor} ({country}) {other}", "ru", ("vendor", "Yandex"), ("country", "Россия")));
}
