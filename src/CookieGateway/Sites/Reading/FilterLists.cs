using CookieGateway.Consent.Trackers.Lists;

namespace CookieGateway.Sites.Reading;

/// <summary>The filter lists that the sites of one configuration name: each file is read and compiled once, however many sites name it.</summary>
internal sealed class FilterLists(string baseDirectory)
{
    private readonly Dictionary<string, FilterList?> _byPath = new(StringComparer.Ordinal);

    public string PathOf(string file) => Path.GetFullPath(file, baseDirectory);

    /// <summary>The list in a file; null when the file cannot be read.</summary>
    public FilterList? Find(string file)
    {
        var path = PathOf(file);
        if (!_byPath.TryGetValue(path, out var list))
        {
            list = TextFiles.Read(path, baseDirectory) is { } text
                ? FilterList.Parse(Path.GetFileNameWithoutExtension(path), text)
                : null;
            _byPath.Add(path, list);
        }

        return list;
    }
}
