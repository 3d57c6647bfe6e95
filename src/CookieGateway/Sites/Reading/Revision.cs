using System.Security.Cryptography;
using System.Text;

namespace CookieGateway.Sites.Reading;

/// <summary>A short hash over all that a section says, and over the texts of the files that it names: it changes when they do.</summary>
internal static class Revision
{
    public static string Of(IConfigurationSection section, string baseDirectory, params ReadOnlySpan<string> also)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in also)
        {
            Add(text);
        }

        foreach (var (key, value) in section.AsEnumerable().OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Add(key);
            Add(value);
            if (value is not null && NamesFile(key))
            {
                Add(TextFiles.Read(value, baseDirectory));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));

        void Add(string? text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
    }

    private static bool NamesFile(string key) =>
        key.Contains(":Text:", StringComparison.OrdinalIgnoreCase) || key.Contains(":Lists", StringComparison.OrdinalIgnoreCase);
}
