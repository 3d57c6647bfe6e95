using System.Buffers;

namespace CookieGateway.Html.Rewriting;

/// <summary>Rewrites a nested document by the page's policy; false when it is nested too deeply to be looked at.</summary>
internal delegate bool NestedRewrite(ReadOnlySpan<byte> document, IBufferWriter<byte> output);
