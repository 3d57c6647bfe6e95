using CookieGateway.Banner;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Banner;

public sealed class BannerLintTests
{
    [Fact]
    public void The_built_in_banner_is_faultless() => Assert.Empty(Mistakes());

    [Fact]
    public void A_theme_with_too_little_contrast_is_refused() =>
        Assert.Equal(
            "Sites:clinic:Banner:Theme has button-text #ffffff on button #8fd3e0, a contrast of 1.7 to 1. It must be at least 4.5 to 1.",
            Assert.Single(Mistakes(("button", "#8fd3e0"))));

    [Fact]
    public void A_theme_can_set_only_what_it_can_set() =>
        Assert.StartsWith(
            "Sites:clinic:Banner:Theme:refuse-size is nothing a theme can set. It can set background, text, muted,",
            Assert.Single(Mistakes(("refuse-size", "1px"))),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("url(https://mc.yandex.ru/watch/1)")]
    [InlineData("red;} body{display:none")]
    [InlineData("</style><script>")]
    public void A_theme_cannot_leave_its_declaration(string value) =>
        Assert.Contains(Mistakes(("font", value)), mistake => mistake.EndsWith(
            "It must be a plain CSS value, as in \"system-ui, sans-serif\".", StringComparison.Ordinal));

    [Fact]
    public void A_colour_that_cannot_be_judged_is_refused() =>
        Assert.Contains(
            "Sites:clinic:Banner:Theme:text is \"black\". Write the colour as #rrggbb, so that its contrast can be checked.",
            Mistakes(("text", "black")));

    [Fact]
    public void What_is_wrong_with_a_variant_is_said_of_the_variant_and_what_it_has_from_the_banner_is_said_once()
    {
        var banner = SomeSite.With(
            ("Banner:Theme:text", "black"),
            ("Banner:Variants:calm:Texts:ru:banner.intro", "Продолжая пользоваться сайтом, вы соглашаетесь."),
            ("Banner:Variants:pale:Theme:button", "#8fd3e0")).Banner;

        Assert.Equal(
            [
                "Sites:clinic:Banner:Theme:text is \"black\". Write the colour as #rrggbb, so that its contrast can be checked.",
                "Sites:clinic:Banner:Variants:calm:Texts:ru:banner.intro is \"Продолжая пользоваться сайтом, вы соглашаетесь.\". "
                    + "Going on with the visit is no consent. Say what is asked, and leave the answer to the buttons.",
                "Sites:clinic:Banner:Variants:pale:Theme has button-text #ffffff on button #8fd3e0, a contrast of 1.7 to 1. It must be at least 4.5 to 1.",
            ],
            BannerLint.Mistakes("clinic", banner));
    }

    private static IEnumerable<string> Mistakes(params (string Name, string Value)[] theme) =>
        BannerLint.Mistakes("clinic", SomeSite.With([.. theme.Select(one => ($"Banner:Theme:{one.Name}", one.Value))]).Banner);
}
