using System.Collections.Concurrent;

namespace CookieGateway.Demo.Clinics.Hosting;

/// <summary>The forms that visitors have sent to a clinic, newest last; only so many as somebody will look at.</summary>
internal sealed class Inbox
{
    private const int Kept = 1_000;

    private readonly ConcurrentQueue<ReceivedForm> _forms = new();
    private int _lastNumber = 1_000;

    public IReadOnlyList<ReceivedForm> Forms => [.. _forms];

    public async Task<ReceivedForm> TakeAsync(HttpRequest request)
    {
        var sent = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var form = new ReceivedForm(
            Interlocked.Increment(ref _lastNumber),
            request.Path.Value ?? "",
            sent.ToDictionary(field => field.Key, field => field.Value.ToString()),
            [.. sent.Files.Select(file => new ReceivedFile(file.FileName, file.Length))]);
        _forms.Enqueue(form);
        while (_forms.Count > Kept)
        {
            _forms.TryDequeue(out _);
        }

        return form;
    }
}
