using System.Globalization;
using System.Text.RegularExpressions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Trackers;
using CookieGateway.Consent.Trackers.Catalog;

namespace CookieGateway.Consent.Tests.Trackers.Catalog;

/// <summary>The schema of the data files, as assertions: each says which tracker breaks it.</summary>
public sealed partial class CatalogDataTests
{
    private static readonly IReadOnlyList<Tracker> All = TrackerCatalog.BuiltIn.Trackers;

    public static TheoryData<string> Files => [.. CatalogReader.FileNames];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_can_be_read(string name) => Assert.NotEmpty(CatalogReader.Read(name, CatalogReader.ReadKinds()));

    [Fact]
    public void The_market_is_covered() => Assert.True(All.Count(tracker => tracker.Purpose != Purpose.Necessary) >= 350);

    [Fact]
    public void Ids_are_unique_lower_case_words_joined_by_hyphens()
    {
        Assert.All(All, tracker => Assert.Matches(Id(), tracker.Id));
        Assert.Equal(All.Count, All.DistinctBy(tracker => tracker.Id).Count());
    }

    [Fact]
    public void Every_tracker_names_its_vendor_and_a_country() => Assert.Empty(All
        .Where(tracker => tracker.Vendor.Length == 0 || tracker.Name.Length == 0 || !IsCountry(tracker.Country))
        .Select(tracker => $"{tracker.Id} {tracker.Country}"));

    [Fact]
    public void Every_tracker_says_what_it_does_in_one_sentence_of_each_language() => Assert.Empty(All
        .Where(tracker => !IsSentence(tracker.Does.Ru) || !IsSentence(tracker.Does.Kk) || !IsSentence(tracker.Does.En))
        .Select(tracker => tracker.Id));

    [Fact]
    public void Kazakh_sentences_are_Kazakh() => Assert.Empty(All
        .Where(tracker => !tracker.Does.Kk.Any(letter => "әғқңөұүһіӘҒҚҢӨҰҮҺІ".Contains(letter, StringComparison.Ordinal)))
        .Select(tracker => tracker.Id));

    [Fact]
    public void Every_tracker_can_be_recognised_by_something() => Assert.Empty(All
        .Where(tracker => tracker.Requests.Count + tracker.Paths.Count + tracker.Cookies.Count == 0)
        .Select(tracker => tracker.Id));

    [Fact]
    public void Hosts_are_lower_case_ASCII_with_at_least_two_labels() => Assert.Empty(All
        .SelectMany(tracker => tracker.Requests, (tracker, pattern) => (tracker.Id, pattern))
        .Where(pair => !Host().IsMatch(pair.pattern.Host) || pair.pattern.Path.Any(char.IsUpper) || pair.pattern.Kinds.IsEmpty)
        .Select(pair => $"{pair.Id}: {pair.pattern}"));

    [Fact]
    public void A_pattern_belongs_to_one_tracker() => Assert.Empty(All
        .SelectMany(tracker => tracker.Requests, (tracker, pattern) => (tracker.Id, Pattern: $"{pattern} {pattern.Kinds.Bits}"))
        .Distinct()
        .GroupBy(pair => pair.Pattern, pair => pair.Id)
        .Where(group => group.Count() > 1)
        .Select(group => $"{group.Key} {string.Join(' ', group)}"));

    [Fact]
    public void Addresses_on_any_host_begin_with_a_slash_and_are_long_enough_to_mean_something() => Assert.Empty(All
        .SelectMany(tracker => tracker.Paths, (tracker, path) => (tracker.Id, path))
        .Where(pair => !pair.path.StartsWith('/') || pair.path.Length < 5 || pair.path.Any(char.IsUpper))
        .Select(pair => $"{pair.Id}: {pair.path}"));

    [Fact]
    public void Cookies_have_names_and_lifetimes_that_can_be() => Assert.Empty(All
        .SelectMany(tracker => tracker.Cookies, (tracker, cookie) => (tracker.Id, cookie))
        .Where(pair => pair.cookie.Name.Trim('*').Length == 0 || pair.cookie.Days is < 0 or > 9000)
        .Select(pair => $"{pair.Id}: {pair.cookie.Name}"));

    [Fact]
    public void What_is_necessary_has_no_stub_and_no_placeholder() => Assert.Empty(All
        .Where(tracker => tracker.Purpose == Purpose.Necessary && (tracker.Stub is not null || tracker.Embed != EmbedKind.None))
        .Select(tracker => tracker.Id));

    [Fact]
    public void An_embed_is_granted_as_a_preference() => Assert.Empty(All
        .Where(tracker => tracker.Embed != EmbedKind.None && tracker.Purpose != Purpose.Preferences)
        .Select(tracker => tracker.Id));

    [Fact]
    public void Every_call_is_a_global_or_a_member_of_one() => Assert.Empty(All
        .SelectMany(tracker => tracker.Calls, (tracker, call) => (tracker, call))
        .Where(pair => !pair.tracker.Globals.Any(global => Covers(global, pair.call)))
        .Select(pair => $"{pair.tracker.Id}: {pair.call}"));

    [Fact]
    public void What_is_called_has_a_stub() => Assert.Empty(All
        .Where(tracker => tracker.Stub is not null && tracker.Calls.Count + tracker.Globals.Count == 0)
        .Select(tracker => tracker.Id));

    private static bool Covers(string global, string call)
    {
        var name = global.TrimEnd('*');
        return call == name || (call.StartsWith(name, StringComparison.Ordinal) && (global.EndsWith('*') || call[name.Length] is '.' or '*'));
    }

    private static bool IsSentence(string text) =>
        text.Length is > 20 and < 200 && char.IsUpper(text[0]) && text.EndsWith('.') && text.IndexOf(". ", StringComparison.Ordinal) < 0;

    private static bool IsCountry(string code)
    {
        try
        {
            return code.Length == 2 && new RegionInfo(code).TwoLetterISORegionName == code;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Id();

    [GeneratedRegex(@"^([a-z0-9_]([a-z0-9_-]*[a-z0-9])?\.)+([a-z][a-z0-9-]*[a-z0-9]|\*)$")]
    private static partial Regex Host();
}
