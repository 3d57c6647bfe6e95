using System.Net;

namespace CookieGateway.Proxying.Response;

/// <summary>Takes the place of the origin's body in YARP's hands, so that time limits, cancelling and broken bodies stay YARP's.</summary>
/// <param name="origin">The body as the origin sends it; disposed of with this one.</param>
/// <param name="open">Makes of the origin's bytes the stream that the visitor gets.</param>
internal sealed class PageContent(HttpContent origin, Func<Stream, Stream> open) : HttpContent
{
    protected override async Task<Stream> CreateContentReadStreamAsync() => open(await origin.ReadAsStreamAsync());

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        open(await origin.ReadAsStreamAsync(cancellationToken));

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var page = await CreateContentReadStreamAsync();
        await page.CopyToAsync(stream);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            origin.Dispose();
        }

        base.Dispose(disposing);
    }
}
