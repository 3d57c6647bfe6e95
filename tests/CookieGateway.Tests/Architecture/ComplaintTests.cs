using System.Globalization;
using System.Text.RegularExpressions;

namespace CookieGateway.Tests.Architecture;

/// <summary>
/// People complain of consent banners in twenty-five ways; the collection that we started from numbers them. Each has a test that is
/// named after it, so that nobody takes the remedy out unawares.
/// </summary>
public sealed partial class ComplaintTests
{
    private const int Complaints = 25;

    [Fact]
    public void Each_of_the_complaints_has_a_test_named_after_it()
    {
        var answered = Repository.Sources("tests")
            .SelectMany(file => TestNames().Matches(Repository.Read(file)))
            .Select(name => int.Parse(name.Groups["number"].Value, CultureInfo.InvariantCulture))
            .ToHashSet();

        Assert.Empty(Enumerable.Range(1, Complaints).Except(answered));
    }

    [GeneratedRegex(@"public (async Task|void) Complaint_(?<number>\d+)_\w+\(")]
    private static partial Regex TestNames();
}
