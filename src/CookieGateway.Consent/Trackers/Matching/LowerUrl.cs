using System.Text;

namespace CookieGateway.Consent.Trackers.Matching;

/// <summary>
/// An address put together and lowered for matching, in the caller's buffer. The scheme counts as https: no verdict depends on it.
/// </summary>
internal readonly ref struct LowerUrl
{
    /// <summary>
    /// Bytes that a caller puts on its stack. What is longer is judged by its beginning: the host and the path are there,
    /// and what follows is some visitor's query.
    /// </summary>
    public const int MostBytes = 2048;

    private const int SchemeLength = 8;

    public LowerUrl(Span<byte> buffer, ReadOnlySpan<byte> host, ReadOnlySpan<byte> target)
    {
        "https://"u8.CopyTo(buffer);
        var hostLength = Lower(host, buffer[SchemeLength..]);
        var targetLength = Lower(target, buffer[(SchemeLength + hostLength)..]);
        Text = buffer[..(SchemeLength + hostLength + targetLength)];
        HostRange = SchemeLength..(SchemeLength + hostLength);
        Target = Text[(SchemeLength + hostLength)..];
    }

    /// <summary>The whole address.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>Where the host is in it.</summary>
    public Range HostRange { get; }

    /// <summary>The host.</summary>
    public ReadOnlySpan<byte> Host => Text[HostRange];

    /// <summary>Path and query.</summary>
    public ReadOnlySpan<byte> Target { get; }

    // Bytes beyond ASCII stay as they are: patterns are compared byte by byte in UTF-8.
    private static int Lower(ReadOnlySpan<byte> source, Span<byte> target)
    {
        if (source.Length > target.Length)
        {
            source = source[..target.Length];
        }

        if (Ascii.ToLower(source, target, out _) != System.Buffers.OperationStatus.Done)
        {
            for (var at = 0; at < source.Length; at++)
            {
                target[at] = source[at] is >= (byte)'A' and <= (byte)'Z' ? (byte)(source[at] | 0x20) : source[at];
            }
        }

        return source.Length;
    }
}
