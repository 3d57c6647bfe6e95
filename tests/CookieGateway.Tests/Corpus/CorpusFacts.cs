using System.Text;
using System.Text.Json;

namespace CookieGateway.Tests.Corpus;

/// <summary>Real pages beside the checkout, and what has to become of them. They are not part of the repository: without them the tests pass unrun.</summary>
internal static class CorpusFacts
{
    public static string? Folder { get; } = Find();

    public static IEnumerable<string> PageNames => Folder is null ? [] : Directory.EnumerateFiles(Path.Combine(Folder, "pages"), "*.html").Order().Select(path => Path.GetFileName(path)!);

    public static byte[] Page(string name) => File.ReadAllBytes(Path.Combine(Folder!, "pages", name));

    public static JsonElement Expectations()
    {
        using var stream = File.OpenRead(Path.Combine(Folder!, "EXPECT.json"));
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    /// <summary>The page as text, as a browser would decode it.</summary>
    public static string Decode(ReadOnlySpan<byte> page)
    {
        var head = Encoding.Latin1.GetString(page[..Math.Min(page.Length, 4096)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        var name = at < 0 ? "utf-8" : new string([.. head[(at + 8)..].TrimStart('"', '\'').TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '-')]);
        Encoding encoding;
        try
        {
            encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            encoding = Encoding.UTF8;
        }

        return encoding.GetString(page);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("COOKIEGATEWAY_CORPUS") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var beside = Path.Combine(folder.FullName, "shared", "corpus");
            if (Directory.Exists(beside))
            {
                return beside;
            }
        }

        return null;
    }
}
