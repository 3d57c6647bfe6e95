using System.Text;
using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Inline;

namespace CookieGateway.Consent.Tests.Trackers.Inline;

public sealed class ScriptGlobalsTests
{
    private static readonly TrackerJudge Judge = new(TrackerCatalog.BuiltIn, new TrackerRules());

    [Theory]
    [InlineData("window.Shop = window.Shop || {}; window.Shop.cart = 1", "Shop")]
    [InlineData("var settings = { id: 1 }, s = 2; function report_conversion(url) { var inner = 1 }", "settings report_conversion")]
    [InlineData("(function (w) { var hidden = 1; window.visible = 2; if (window.asked == 3) w.alias = 4 })(window)", "visible")]
    [InlineData("// var comment = 1\n'var text = 2'; const real = 3", "real")]
    [InlineData("function gtag() { dataLayer.push(arguments) } window.ym = 1", "")]
    [InlineData("async function later() {} function* steps() {} class Basket {}", "later steps Basket")]
    [InlineData("window.handler => 1; my.window.member = 2", "")]
    public void What_a_script_puts_into_the_window_is_named(string code, string names) =>
        Assert.Equal(names, ScriptGlobals.Of(Encoding.UTF8.GetBytes(code), Judge));
}
