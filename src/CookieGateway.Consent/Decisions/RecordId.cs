using System.Diagnostics.CodeAnalysis;

namespace CookieGateway.Consent.Decisions;

/// <summary>Identifies one consent record: a UUID of version 7 (RFC 9562), so that ids sort by the time they were made.</summary>
public readonly record struct RecordId
{
    private readonly Guid _value;

    private RecordId(Guid value) => _value = value;

    /// <summary>A new id for a record of this moment.</summary>
    public static RecordId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RecordId id)
    {
        var valid = Guid.TryParseExact(text, "N", out var value);
        id = new RecordId(value);
        return valid;
    }

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => _value.ToString("N");
}
