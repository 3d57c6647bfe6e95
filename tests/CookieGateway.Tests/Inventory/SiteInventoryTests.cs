using CookieGateway.Consent.Purposes;
using CookieGateway.Inventory;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Inventory;

public sealed class SiteInventoryTests
{
    private readonly ManualClock _clock = ManualClock.At("2026-11-21T10:00:00Z");
    private readonly SiteInventory _inventory;

    public SiteInventoryTests() => _inventory = new SiteInventory(_clock);

    [Fact]
    public void A_cookie_keeps_when_it_was_first_seen_and_by_what_it_is_set()
    {
        _inventory.SawCookie("clinic", new() { Name = "_ga", Purpose = Purpose.Analytics, Path = "/prices?utm=1", SetWith = new() { HttpOnly = true } });
        _clock.Pass(TimeSpan.FromHours(1));
        _inventory.SawCookie("clinic", new() { Name = "_ga", Purpose = Purpose.Analytics, Path = "/other" });

        var cookie = Assert.Single(Cookies()).Value;
        Assert.Equal(
            new SeenCookie
            {
                Name = "_ga",
                Purpose = Purpose.Analytics,
                SetWith = new() { HttpOnly = true },
                Path = "/prices",
                SeenInRequests = true,
                FirstSeen = _clock.Now.AddHours(-1),
                LastSeen = _clock.Now,
            },
            cookie);
    }

    [Fact]
    public void What_is_on_every_page_changes_the_inventory_once_a_minute()
    {
        _inventory.SawThirdParty("clinic", new() { Host = "mc.yandex.ru", Vector = "script", Page = "/" });
        Assert.Single(Site().ThirdParties.TakeChanged());

        _clock.Pass(TimeSpan.FromSeconds(30));
        _inventory.SawThirdParty("clinic", new() { Host = "mc.yandex.ru", Vector = "script", Page = "/" });

        Assert.Empty(Site().ThirdParties.TakeChanged());
    }

    [Theory]
    [InlineData("wordpress_logged_in_3f2a9c0d11", "wordpress_logged_in_*")]
    [InlineData("PHPSESSID", "PHPSESSID")]
    [InlineData("_ga_G7XK2P", "_ga_G7XK2P")]
    [InlineData("feedback_shown", "feedback_shown")]
    [InlineData("a\r\nb", "a··b")]
    public void A_name_is_kept_without_what_may_stand_for_a_person(string seen, string kept)
    {
        _inventory.SawCookie("clinic", new() { Name = seen });

        Assert.Equal(kept, Assert.Single(Cookies()).Key);
    }

    [Fact]
    public void Invented_cookie_names_fill_a_table_and_no_more()
    {
        for (var i = 0; i < 5_000; i++)
        {
            _inventory.SawCookie("clinic", new() { Name = $"n{i}z" });
        }

        Assert.Equal(300, Cookies().Count);
    }

    private SiteSightings Site() => Assert.Single(_inventory.Sites);

    private IReadOnlyList<KeyValuePair<string, SeenCookie>> Cookies() => Site().Cookies.TakeChanged();
}
