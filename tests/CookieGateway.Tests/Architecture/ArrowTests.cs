using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CookieGateway.Tests.Architecture;

/// <summary>Who may know whom. The allowed arrows are those of DESIGN: a folder that is not named here uses nothing.</summary>
public sealed partial class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Sites"] = [],
        ["Redis"] = ["Sites"],
        ["Cookies"] = ["Sites"],
        ["Banner"] = ["Sites"],
        ["Ledger"] = ["Sites", "Redis"],
        ["Statistics"] = ["Sites", "Redis"],
        ["Inventory"] = ["Sites", "Redis"],
        ["Audit"] = ["Sites"],
        ["Proxying"] = ["Sites", "Cookies", "Banner", "Statistics", "Inventory"],
        ["ConsentApi"] = ["Sites", "Cookies", "Banner", "Ledger", "Statistics", "Inventory"],
        ["Dashboard"] = ["Sites", "Banner", "Ledger", "Statistics", "Inventory", "Redis"],
    };

    public static TheoryData<string> Folders => [.. Allowed.Keys];

    [Theory, MemberData(nameof(Folders))]
    public void A_folder_of_the_program_uses_only_the_folders_below_it(string folder)
    {
        var forbidden = Repository.Sources($"src/CookieGateway/{folder}")
            .SelectMany(file => FolderNames().Matches(Repository.Read(file)).Select(use => (file, used: use.Groups[1].Value)))
            .Where(use => use.used != folder && Allowed.ContainsKey(use.used) && !Allowed[folder].Contains(use.used))
            .Select(use => $"{use.file} uses CookieGateway.{use.used}")
            .Distinct();

        Assert.Empty(forbidden);
    }

    [Fact]
    public void Every_folder_of_the_program_has_its_arrows_here()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src/CookieGateway"))
            .Select(path => Path.GetFileName(path)!)
            .Where(name => name is not ("Properties" or "Hosting" or "Commands"));

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("src/CookieGateway.Html/CookieGateway.Html.csproj")]
    [InlineData("src/CookieGateway.Consent/CookieGateway.Consent.csproj")]
    public void The_two_libraries_reference_nothing(string project)
    {
        var references = XDocument.Load(Path.Combine(Repository.Root, project)).Descendants()
            .Where(element => element.Name.LocalName is "ProjectReference" or "PackageReference" or "FrameworkReference");

        Assert.Empty(references);
    }

    [Fact]
    public void Only_the_path_of_a_page_uses_the_rewriter()
    {
        var users = Repository.Sources("src/CookieGateway")
            .Where(file => Repository.Read(file).Contains("CookieGateway.Html", StringComparison.Ordinal)
                && !file.StartsWith("src/CookieGateway/Proxying/", StringComparison.Ordinal));

        Assert.Empty(users);
    }

    [Fact]
    public void AngleSharp_judges_and_audits_but_never_sees_a_visitors_page()
    {
        var users = Repository.Sources("src")
            .Where(file => Repository.Read(file).Contains("using AngleSharp", StringComparison.Ordinal)
                && !file.StartsWith("src/CookieGateway/Audit/", StringComparison.Ordinal));

        Assert.Empty(users);
    }

    [GeneratedRegex(@"\bCookieGateway\.(Sites|Redis|Cookies|Banner|Ledger|Statistics|Inventory|Audit|Proxying|ConsentApi|Dashboard)\b")]
    private static partial Regex FolderNames();
}
