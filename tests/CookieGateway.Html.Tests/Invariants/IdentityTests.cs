using CookieGateway.Html.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CookieGateway.Html.Tests.Invariants;

/// <summary>What no handler changes leaves byte for byte as it came.</summary>
public sealed class IdentityTests
{
    private static readonly Config Config = Generated.Pages(1500);

    [Fact]
    public void Without_handlers_output_is_input_whatever_it_is() =>
        Prop.ForAll(Soup.Any, page => Policies.Nothing.Rewrite(null, page) == page).Check(Config);

    [Fact]
    public void Handlers_that_only_look_change_nothing() =>
        Prop.ForAll(Soup.Plain, page => Policies.Watching.Rewrite(null, page) == page).Check(Config);

    [Fact]
    public void All_bytes_pass_in_any_encoding()
    {
        var bytes = Enumerable.Range(0, 256).SelectMany(b => new[] { (byte)b, (byte)'x', (byte)0x81, (byte)b }).Where(b => b != '<').ToArray();

        Assert.Equal(bytes, Policies.Watching.RewriteBytes(null, bytes));
    }

    public static TheoryData<string> Corpus => new(Folders.Corpus.Select(path => Path.GetFileName(path)!).DefaultIfEmpty(""));

    [Theory, MemberData(nameof(Corpus))]
    public void A_real_page_that_is_only_looked_at_comes_out_as_it_went_in(string name)
    {
        // Without the folder of real pages there is one case, and nothing to do.
        foreach (var path in Folders.Corpus.Where(path => Path.GetFileName(path) == name))
        {
            var page = File.ReadAllBytes(path);

            Assert.Equal(page, Policies.Nothing.RewriteBytes(null, page));
            Assert.Equal(page, Policies.Watching.RewriteInPieces(null, page, 1400));
        }
    }
}
