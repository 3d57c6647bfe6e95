namespace CookieGateway.Redis;

/// <summary>One server's <c>INFO</c>, read for what matters to a ledger.</summary>
internal sealed record ServerFacts(IReadOnlyDictionary<string, string> Info, bool AppendOnly)
{
    public bool IsPrimary => Info.GetValueOrDefault("role", "master") == "master";

    public string RunId => Info.GetValueOrDefault("run_id", "");

    public string LastSave => Info.GetValueOrDefault("rdb_last_save_time", "");

    // With "appendfsync everysec" the file is flushed at most a second after a write; Garnet writes past the page cache but leaves the
    // file's length to the file system's journal, 5 s on ext4, and to the page cache's 30 s on others. RELIABILITY.md (d1), (d3).
    public TimeSpan SettlesAfter => IsGarnet ? TimeSpan.FromSeconds(60) : TimeSpan.FromSeconds(2);

    public bool Settled => AppendOnly && (IsGarnet
        || (Info.GetValueOrDefault("aof_pending_bio_fsync") == "0" && Info.GetValueOrDefault("aof_last_write_status") == "ok"));

    private bool IsGarnet => Info.ContainsKey("garnet_version");

    public static IReadOnlyDictionary<string, string> Parse(string info)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in info.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[0] != '#')
            {
                facts.TryAdd(line[..colon], line[(colon + 1)..]);
            }
        }

        return facts;
    }

    public IEnumerable<string> Reasons()
    {
        if (!AppendOnly)
        {
            yield return "Redis keeps no append-only file, so a crash would cost it decisions. The gateway keeps them in its outbox until "
                + "Redis has saved them. Set \"appendonly yes\".";
        }

        if (Info.GetValueOrDefault("maxmemory", "0") != "0" && Info.GetValueOrDefault("maxmemory_policy", "noeviction") is not "noeviction" and var policy)
        {
            yield return $"Redis may throw records away when its memory is full (maxmemory-policy is \"{policy}\"). Set \"noeviction\".";
        }

        if (Info.GetValueOrDefault("aof_last_write_status", "ok") != "ok")
        {
            yield return "Redis cannot write its append-only file. Look at its disk; decisions wait in the gateway's outbox.";
        }
    }
}
