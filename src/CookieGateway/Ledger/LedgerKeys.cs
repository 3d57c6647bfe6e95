using CookieGateway.Consent.Decisions;
using StackExchange.Redis;

namespace CookieGateway.Ledger;

/// <summary>The names of a site's keys. The braces put all of them into one slot of a Redis Cluster, so that one transaction may hold several.</summary>
internal readonly record struct LedgerKeys(string Site)
{
    /// <summary>The channel on which gateways tell each other of revocations.</summary>
    public const string RevocationChannel = "cg:revocations";

    /// <summary>Sorted set: every record's id, by time.</summary>
    public RedisKey Ledger => Of("ledger");

    /// <summary>List: ids of records that no seal covers yet.</summary>
    public RedisKey Unsealed => Of("unsealed");

    /// <summary>String: which seals there are, and the last one's MAC.</summary>
    public RedisKey Seals => Of("seals");

    /// <summary>Sorted set: visitors whose earlier decisions do not count, by the moment up to which they do not.</summary>
    public RedisKey Revoked => Of("revoked");

    /// <summary>Sorted set: those of them whose records are anonymous, so that a record that comes late is made so too.</summary>
    public RedisKey Erased => Of("erased");

    /// <summary>String: up to which moment addresses have been masked.</summary>
    public RedisKey Masked => Of("masked");

    /// <summary>String: one record and its proof, as JSON.</summary>
    public RedisKey Record(string id) => Of("record:" + id);

    /// <summary>Sorted set: a visitor's record ids, by time.</summary>
    public RedisKey Visitor(VisitorId visitor) => Of("visitor:" + visitor);

    /// <summary>Hash: the decision in force.</summary>
    public RedisKey Consent(VisitorId visitor) => Of("consent:" + visitor);

    /// <summary>String: a notice's bytes.</summary>
    public RedisKey Notice(NoticeVersion version) => Of("notice:" + version);

    /// <summary>Hash: one batch of the chain.</summary>
    public RedisKey Seal(long number) => Of("seal:" + number);

    private RedisKey Of(string name) => $"cg:{{{Site}}}:{name}";
}
