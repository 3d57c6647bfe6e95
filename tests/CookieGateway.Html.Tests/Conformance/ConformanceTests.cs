namespace CookieGateway.Html.Tests.Conformance;

/// <summary>The standard's tokenization, case by case: the rewriter against the cases, and the cases against AngleSharp's token stream.</summary>
public sealed class ConformanceTests
{
    public static TheoryData<string> Groups => new(ConformanceCase.Groups);

    [Fact]
    public void There_are_at_least_six_hundred_cases() => Assert.True(ConformanceCase.All.Count >= 600, $"There are {ConformanceCase.All.Count}.");

    [Theory, MemberData(nameof(Groups))]
    public void The_rewriter_sees_the_tags_that_the_standard_sees(string groupName) =>
        AllAgree(groupName, Difference.Rewriter, TagLog.Of);

    [Theory, MemberData(nameof(Groups))]
    public void AngleSharp_sees_the_tags_that_the_standard_sees(string groupName) =>
        AllAgree(groupName, Difference.AngleSharp, html => AngleSharpTags.Of(html));

    [Fact]
    public void Every_difference_belongs_to_a_case() => Assert.Empty(Difference.WithoutCase());

    private static void AllAgree(string groupName, string who, Func<string, string> tagsOf)
    {
        var wrong =
            from one in ConformanceCase.All
            where one.Group == groupName
            let expected = Difference.Expected(who, one)
            let seen = ConformanceCase.Escape(tagsOf(one.Input))
            where seen != expected
            select $"{one}\n  expected {expected}\n  seen     {seen}";

        Assert.Empty(string.Join('\n', wrong));
    }
}
