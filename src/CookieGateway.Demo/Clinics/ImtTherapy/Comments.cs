using System.Collections.Concurrent;
using CookieGateway.Demo.Clinics.Pages;

namespace CookieGateway.Demo.Clinics.ImtTherapy;

/// <summary>What readers have said under an article, oldest first.</summary>
internal sealed class Comments
{
    private const int Kept = 200;

    private readonly ConcurrentQueue<(string Name, string Text)> _comments = new();

    public void Add(string name, string text)
    {
        _comments.Enqueue((name, text));
        if (_comments.Count > Kept)
        {
            _comments.TryDequeue(out _);
        }
    }

    public string ToHtml() => string.Join('\n', _comments.Select(comment =>
        $"<li><b>{Template.Encode(comment.Name)}</b><p>{Template.Encode(comment.Text)}</p></li>"));
}
