using CookieGateway.Consent.Decisions;

namespace CookieGateway.Ledger;

/// <summary>A notice as it was shown.</summary>
internal sealed record ShownNotice(string Site, NoticeVersion Version, byte[] Bytes);
