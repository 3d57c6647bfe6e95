namespace CookieGateway.Ledger;

/// <summary>
/// The outbox could not make an entry durable: the disk is full, or broken, or the outbox's own limit is reached. The visitor gets a
/// 503 and nothing is granted: no cookie without proof.
/// </summary>
public sealed class OutboxUnavailableException(string reason, Exception? inner = null) : Exception(reason, inner);
