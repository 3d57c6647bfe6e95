using CookieGateway.Consent.Tests.Support;
using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Lists;
using CookieGateway.Tests.Measuring;

namespace CookieGateway.Consent.Tests.Trackers.Lists;

/// <summary>Lists at their real size.</summary>
public sealed class PublicListsTests
{
    [NeedsShared("lists/easyprivacy.txt")]
    public void Nearly_every_rule_of_EasyPrivacy_counts()
    {
        var list = Parse("easyprivacy");

        Assert.InRange(list.RuleCount, 50_000, 100_000);
        Assert.InRange(list.PassedOver, 0, 3_000);
    }

    [NeedsShared("lists/ruadlist-cntblock.txt")]
    public void Lists_hold_without_the_catalog_and_allocate_nothing()
    {
        var judge = new TrackerJudge(new TrackerCatalog([]), new TrackerRules
        {
            OwnHosts = ["clinic.kz"],
            Lists = [Parse("easyprivacy"), Parse("ruadlist-cntblock"), Parse("ruadlist-annoyance")],
        });
        var host = "mc.yandex.ru"u8.ToArray();

        Assert.Equal("list-easyprivacy", judge.OfRequest(host, "/metrika/tag.js"u8, RequestKind.Script).Tracker?.Id);

        // The first calls make what regular expressions keep for the next.
        var clean = "images.clinic-partner.kz"u8.ToArray();
        JudgeBoth(judge, host, clean);
        Assert.Equal(0, Allocation.Of(() => JudgeBoth(judge, host, clean)));
    }

    private static void JudgeBoth(TrackerJudge judge, byte[] tracker, byte[] clean)
    {
        judge.OfRequest(tracker, "/metrika/tag.js"u8, RequestKind.Script);
        judge.OfRequest(clean, "/upload/doctors/ivanova.jpg?v=2"u8, RequestKind.Image);
    }

    private static FilterList Parse(string name) =>
        FilterList.Parse(name, File.ReadAllText(SharedFolder.Find($"lists/{name}.txt")!));
}
