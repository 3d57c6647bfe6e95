using CookieGateway.Html.Rewriting;

namespace CookieGateway.Html.Tests.Support;

/// <summary>A page that remembers what became of tags, and notes how often it knew one.</summary>
internal sealed class RememberingPage
{
    private readonly Dictionary<string, byte[]> _settled = new(StringComparer.Ordinal);

    /// <summary>What was settled, in its order, as "markup → rewritten".</summary>
    public List<string> Told { get; } = [];

    public int Known { get; private set; }

    /// <summary>How often a handler was called.</summary>
    public int Handled { get; set; }

    public bool Recall(ReadOnlySpan<byte> markup, MarkupNamespace space, out ReadOnlySpan<byte> rewritten)
    {
        var known = _settled.TryGetValue(space + Run.Text(markup), out var bytes);
        Known += known ? 1 : 0;
        rewritten = bytes;
        return known;
    }

    public void OnSettled(ReadOnlySpan<byte> markup, MarkupNamespace space, ReadOnlySpan<byte> rewritten)
    {
        Told.Add($"{Run.Text(markup)} → {Run.Text(rewritten)}");
        _settled[space + Run.Text(markup)] = rewritten.ToArray();
    }
}
