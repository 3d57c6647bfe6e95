using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Proxying.Response.Holding;

public sealed class HeldTests
{
    [Fact]
    public void A_held_tag_brings_the_stub_of_a_tracker_that_the_guard_does_not_know_by_heart() =>
        Assert.Contains(
            "data-cg-stub=\"analytics,,0,amplitude\"",
            SomePage.Rewrite(SomePage.Of(SomeSite.With()), """<script src="https://cdn.amplitude.com/libs/amplitude.js"></script>"""),
            StringComparison.Ordinal);

    [Fact]
    public void A_held_tag_brings_no_stub_that_the_guard_knows_by_heart() =>
        Assert.DoesNotContain(
            "data-cg-stub",
            SomePage.Rewrite(SomePage.Of(SomeSite.With()), """<script src="https://mc.yandex.ru/metrika/tag.js"></script>"""),
            StringComparison.Ordinal);

    [Fact]
    public void Several_trackers_in_one_held_script_bring_all_their_stubs() =>
        Assert.Contains(
            "data-cg-stub=\"analytics,,0,amplitude;analytics,,0,posthog\"",
            SomePage.Rewrite(SomePage.Of(SomeSite.With()), """
                <script>for (const src of ['https://cdn.amplitude.com/libs/a.js', 'https://app.posthog.com/static/array.js']) {
                const s = document.createElement('script'); s.src = src; document.head.append(s) }</script>
                """),
            StringComparison.Ordinal);

    [Fact]
    public void A_held_script_brings_stubs_for_what_it_would_have_put_into_the_window() =>
        Assert.Contains(
            "data-cg-stub=\"analytics,,2,Shop goal\"",
            SomePage.Rewrite(SomePage.Of(SomeSite.With(), isTop: true), """
                <script>window.Shop = {}; var s = document.createElement('script'); s.src = 'https://mc.yandex.ru/metrika/tag.js';
                document.head.append(s); function goal() {}</script>
                """),
            StringComparison.Ordinal);
}
