using System.Diagnostics;
using System.Globalization;
using CookieGateway.Html.Tests.Conformance;
using CookieGateway.Html.Tests.Support;

namespace CookieGateway.Html.Tests.Invariants;

/// <summary>
/// Mutated pages for ten seconds, or for as many as COOKIEGATEWAY_FUZZ_SECONDS says (sixty in the nightly run). The ordinary run goes the same
/// way every time, so that a change is judged by what it changed; COOKIEGATEWAY_FUZZ_SEED takes another way (0: a new one each time).
/// An input that fails is written to Regressions, and tried from then on by every run.
/// </summary>
public sealed class FuzzTests
{
    [Fact]
    public void Mutated_pages_keep_all_invariants()
    {
        var seconds = Setting("COOKIEGATEWAY_FUZZ_SECONDS", 10);
        var seed = Setting("COOKIEGATEWAY_FUZZ_SEED", 1) is not 0 and var given ? given : Environment.TickCount;
        var random = new Random(seed);
        var seeds = Folders.Corpus.Concat(GoldenPages.Inputs).Select(File.ReadAllBytes)
            .Concat(ConformanceCase.All.Select(one => Run.Bytes(one.Input)).Where(page => page.Length > 0)).ToArray();
        var memory = new RememberingPage();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < seconds;)
        {
            var page = Mutation.Of(seeds[random.Next(seeds.Length)], random);
            memory = memory.Told.Count < 10_000 ? memory : new RememberingPage();
            if (Fault(page, random.Next(1, 40), memory) is { } fault)
            {
                var kept = Path.Combine(Folders.Regressions, $"{seed}-{page.Length}.html");
                File.WriteAllBytes(kept, page);
                Assert.Fail($"Seed {seed}: {fault} The input is kept as {kept}.");
            }
        }
    }

    [Fact]
    public void Pages_that_once_failed_keep_all_invariants()
    {
        var memory = new RememberingPage();
        foreach (var path in Directory.GetFiles(Folders.Regressions, "*.html"))
        {
            var page = File.ReadAllBytes(path);

            Assert.True((Fault(page, 1, memory) ?? Fault(page, 7, memory)) is null, path);
        }
    }

    private static string? Fault(byte[] page, int size, RememberingPage memory)
    {
        if (!Policies.Nothing.RewriteInPieces(null, page, size).AsSpan().SequenceEqual(page))
        {
            return "Without handlers, output is not input.";
        }

        _ = Policies.Watching.RewriteInPieces(null, page, size);
        var held = Policies.Holding.RewriteBytes(null, page);
        if (!Policies.Holding.RewriteInPieces(null, page, size).AsSpan().SequenceEqual(held))
        {
            return $"Pieces of {size} bytes come out differently.";
        }

        // What one page has taught must hold on the next ones.
        if (!Policies.Remembering.RewriteBytes(memory, page).AsSpan().SequenceEqual(held))
        {
            return "With what other pages have taught it comes out differently.";
        }

        return Judge.LiveIn(Run.Text(held)) is { Length: > 0 } live ? $"This is live: {live}" : null;
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;
}
