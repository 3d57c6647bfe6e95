using System.Text.RegularExpressions;

namespace CookieGateway.Tests.Architecture;

/// <summary>The habits of the house that a machine can see.</summary>
public sealed partial class HouseRuleTests
{
    private const int LongestFile = 400;

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        var tooLong = Repository.Sources()
            .Select(file => (file, lines: Repository.Read(file).Count(c => c == '\n')))
            .Where(found => found.lines > LongestFile)
            .Select(found => $"{found.file} has {found.lines} lines. Split it by idea, and name the parts from the vocabulary.");

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_folder_is_named_for_what_is_left_over()
    {
        string[] leftovers = ["Helpers", "Utils", "Common", "Services", "Managers", "Models", "Infrastructure"];
        var found = Repository.Sources("src").Where(file => file.Split('/').Intersect(leftovers, StringComparer.Ordinal).Any());

        Assert.Empty(found);
    }

    [Fact]
    public void There_is_no_interface_before_its_second_implementation()
    {
        var found = Repository.Sources("src").Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => InterfaceDeclarations().Matches(Repository.Read(file)).Select(match => $"{file}: {match.Value}"));

        Assert.Empty(found);
    }

    [Fact]
    public void Nothing_is_left_for_later_in_a_comment()
    {
        var found = Repository.Sources("src").Concat(Repository.Sources("tests")).Concat(Repository.Sources("wwwroot"))
            .Where(file => !file.EndsWith("HouseRuleTests.cs", StringComparison.Ordinal))
            .Where(file => LeftForLater().IsMatch(Repository.Read(file)));

        Assert.Empty(found);
    }

    [Fact]
    public void Statistics_know_no_personal_data()
    {
        string[] personal = ["IpAddress", "RemoteIp", "UserAgent", "VisitorId"];
        var found = Repository.Sources("src/CookieGateway/Statistics")
            .Where(file => personal.Any(word => Repository.Read(file).Contains(word, StringComparison.Ordinal)));

        Assert.Empty(found);
    }

    [Fact]
    public void Log_messages_carry_no_personal_data()
    {
        var found = Repository.Sources("src").Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => LogMessages().Matches(Repository.Read(file)).Select(match => (file, message: match.Value)))
            .Where(log => PersonalPlaceholders().IsMatch(log.message))
            .Select(log => $"{log.file}: {log.message}");

        Assert.Empty(found);
    }

    [Fact]
    public void Every_step_of_the_readme_is_at_its_path()
    {
        var missing = PathsInReadme().Matches(Repository.Read("README.md"))
            .Select(match => match.Groups[1].Value.TrimEnd('/'))
            .Where(path => !File.Exists(Path.Combine(Repository.Root, path)) && !Directory.Exists(Path.Combine(Repository.Root, path)));

        Assert.Empty(missing);
    }

    [GeneratedRegex(@"^\s*(public|internal|private|protected)?\s*(partial\s+)?interface\s+I\w+", RegexOptions.Multiline)]
    private static partial Regex InterfaceDeclarations();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex LeftForLater();

    [GeneratedRegex(@"\[LoggerMessage\((.|\n)*?\)\]")]
    private static partial Regex LogMessages();

    [GeneratedRegex(@"\{(Ip\w*|\w*IpAddress|Visitor\w*|UserAgent|Query\w*)\}", RegexOptions.IgnoreCase)]
    private static partial Regex PersonalPlaceholders();

    [GeneratedRegex(@"`((?:src|tests|wwwroot)/[\w./-]+)`")]
    private static partial Regex PathsInReadme();
}
