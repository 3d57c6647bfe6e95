namespace CookieGateway.Html.Rewriting;

/// <summary>A handler of whole texts, and of which elements it wants them.</summary>
internal readonly record struct TextInterest<TPage>(ElementFilter<TPage>? Wanted, RawTextHandler<TPage> Handler);
