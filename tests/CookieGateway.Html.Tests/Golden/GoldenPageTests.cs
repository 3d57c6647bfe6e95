using CookieGateway.Html.Tests.Support;

namespace CookieGateway.Html.Tests.Golden;

/// <summary>Whole pages, byte for byte. ACCEPT_GOLDEN=1 takes the present output for the expected one, to be reviewed as a change.</summary>
public sealed class GoldenPageTests
{
    public static TheoryData<string> Names => new(GoldenPages.Names);

    [Theory, MemberData(nameof(Names))]
    public void A_page_comes_out_as_agreed(string name)
    {
        var output = Policies.Holding.RewriteBytes(null, GoldenPages.Input(name));
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1")
        {
            File.WriteAllBytes(GoldenPages.ExpectationPath(name), output);
        }

        Assert.Equal(Run.Text(File.ReadAllBytes(GoldenPages.ExpectationPath(name))), Run.Text(output));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_page_cut_in_two_anywhere_comes_out_the_same(string name)
    {
        var page = GoldenPages.Input(name);
        var whole = Policies.Holding.RewriteBytes(null, page);
        for (var cut = 1; cut < page.Length; cut++)
        {
            Assert.True(whole.AsSpan().SequenceEqual(Policies.Holding.RewriteBytes(null, page, cut)), $"{name} differs when cut after byte {cut}.");
        }
    }
}
