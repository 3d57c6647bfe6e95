namespace CookieGateway.Proxying.Response;

/// <summary>The conditions for the origin that a visitor's conditions come to.</summary>
/// <param name="IfNoneMatch">Null: ask without tags.</param>
/// <param name="IfModifiedSince">Null: ask without a date of ours.</param>
/// <param name="OfVariant">Some of it speaks of the visitor's variant of a page.</param>
internal readonly record struct OriginConditions(string? IfNoneMatch, DateTimeOffset? IfModifiedSince, bool OfVariant);
