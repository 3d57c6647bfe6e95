using System.Text.Json;
using CookieGateway.Sites;
using CookieGateway.Tests.Proxying.Response.Holding;
using CookieGateway.Tests.Support;
using Xunit.Abstractions;

namespace CookieGateway.Tests.Corpus;

/// <summary>What the holding does to real pages that others wrote, without consent and with unknown third parties passed.</summary>
public sealed class HoldingOverCorpusTests(ITestOutputHelper output)
{
    private static readonly Site Site = SomeSite.With(("Hosts:0", "clinic.example"), ("CookieDomains:0", "clinic.example"), ("Trackers:Unclassified", "report"));

    // What the corpus says of these seven is not so; they are counted neither way.
    private static readonly HashSet<string> Mislabelled = new(StringComparer.Ordinal)
    {
        // A theme's own script, and a photograph of an article.
        "https://www.watchwhatueat.com/wp-content/themes/genesis/lib/js/skip-links.min.js?ver=3.4.0",
        "http://assets.sbnation.com/assets/2730665/20130605_ajl_bm1_177.0_standard_730.0_w_400.jpg",

        // Opens a page to share on when its reader clicks a button.
        "ef4c4b2b3179",

        // To be kept, it is said: but it hands the address of X's widgets, which are to be held elsewhere, to a loader of the page.
        "1e8bf597d6a4",

        // To be kept, it is said: but they write the scripts of Comscore, Revenue Science and Gravity into the page.
        "1834e66d7585",
        "c2709222f2ab",
        "d7f14dbed0e3",
    };

    [Fact]
    public void Trackers_are_held_and_nothing_else_is()
    {
        if (CorpusFacts.Folder is null)
        {
            return;
        }

        var (byVector, byHost) = (new Score("Recall by vector"), new Score("Recall by host"));
        var (kept, keptByHost) = (new Score("Precision by vector"), new Score("Precision by host"));
        var unseen = new List<string>();
        foreach (var page in CorpusFacts.Expectations().EnumerateObject())
        {
            var bytes = CorpusFacts.Page(page.Name);
            var before = new LivePage(CorpusFacts.Decode(bytes));
            var after = new LivePage(CorpusFacts.Decode(SomePage.RewriteBytes(Page(), bytes)));
            foreach (var item in page.Value.GetProperty("mustWithhold").EnumerateArray().Concat(page.Value.GetProperty("delayedByOptimizer").EnumerateArray()))
            {
                var vector = item.GetProperty("vector").GetString()!;
                var mixed = item.TryGetProperty("mixed", out _);
                var (was, isLive, name) = Live(item, vector, before, after);
                if (Mislabelled.Contains(name.Split(' ')[0]))
                {
                    continue;
                }

                var right = !isLive || mixed;
                var text = $"{page.Name} {vector} {name}";
                unseen.AddRange(was ? [] : [text]);
                byVector.Add(vector + (mixed ? " (mixed)" : ""), right, text);
                byHost.Add(item.TryGetProperty("host", out var host) ? host.GetString()! : string.Join(' ', item.GetProperty("hosts").EnumerateArray()), right, text);
            }

            var keep = page.Value.GetProperty("mustKeep");
            foreach (var item in keep.GetProperty("urls").EnumerateArray())
            {
                var url = LivePage.Normal(item.GetProperty("url").GetString()!);
                var vector = item.GetProperty("vector").GetString()!;
                if (!before.Has("any", url))
                {
                    unseen.Add($"{page.Name} {vector} {url}");
                    continue;
                }

                var right = after.Has("any", url);
                kept.Add(vector, right, $"{page.Name} {vector} {url}");
                keptByHost.Add(Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.Host : "", right, "");
            }

            foreach (var digest in keep.GetProperty("inline").EnumerateArray().Select(item => item.GetString()!))
            {
                if (!before.Scripts.Contains(digest) || Mislabelled.Contains(digest))
                {
                    unseen.AddRange(Mislabelled.Contains(digest) ? [] : [$"{page.Name} inline {digest}"]);
                    continue;
                }

                kept.Add("inline script", after.Scripts.Contains(digest), $"{page.Name} inline {digest}");
            }
        }

        output.WriteLine($"{byVector}\n{byHost}\n{kept}\n{keptByHost}\nNot found in the page as this test reads it: {unseen.Count}\n  {string.Join("\n  ", unseen)}");
        Assert.True(byVector.Share >= 0.995, byVector.ToString());
        Assert.True(kept.Share >= 0.999, kept.ToString());
    }

    [Fact]
    public void Links_forms_data_and_text_come_through_as_they_were()
    {
        var changed = new List<string>();
        var links = 0;
        foreach (var name in CorpusFacts.PageNames)
        {
            var bytes = CorpusFacts.Page(name);
            var before = new PageMeaning(new LivePage(CorpusFacts.Decode(bytes)).Document);
            var after = new PageMeaning(new LivePage(CorpusFacts.Decode(SomePage.RewriteBytes(Page(), bytes))).Document);
            links += before.Links.Count;
            changed.AddRange(Changes(before.Links, after.Links).Select(change => $"{name} link: {change}"));
            changed.AddRange(Changes(before.Forms, after.Forms).Select(change => $"{name} form: {change}"));
            changed.AddRange(Changes(before.Data, after.Data).Select(change => $"{name} data: {change}"));
            changed.AddRange(Changes(before.Templates, after.Templates).Select(change => $"{name} template: {change}"));
            changed.AddRange(before.Text == after.Text ? [] : [$"{name} text"]);
        }

        output.WriteLine($"{links} links");
        Assert.Empty(changed);
    }

    private static CookieGateway.Proxying.Response.PageContext Page() => SomePage.Of(Site, isTop: true, charset: null);

    private static IEnumerable<string> Changes(IReadOnlyList<string> before, IReadOnlyList<string> after) => before.Count != after.Count
        ? [$"{before.Count} before, {after.Count} after"]
        : before.Zip(after).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.First} became {pair.Second}");

    private static (bool Was, bool Is, string Name) Live(JsonElement item, string vector, LivePage before, LivePage after)
    {
        if (item.TryGetProperty("sha1", out var sha1))
        {
            var digest = sha1.GetString()!;
            return (before.Scripts.Contains(digest), after.Scripts.Contains(digest), $"{digest} {item.GetProperty("hosts")}");
        }

        var url = LivePage.Normal(item.GetProperty("url").GetString()!);
        var tag = vector.StartsWith("link", StringComparison.Ordinal) ? "link[href]"
            : vector.StartsWith("script[src]", StringComparison.Ordinal) ? "script[src]"
            : vector;
        return (before.Has(tag, url), after.Has(tag, url), url);
    }
}
