using CookieGateway.Consent.Purposes;

namespace CookieGateway.Statistics;

/// <summary>The names of the numbers in a day's hash. They are never renamed: what is stored is read for years.</summary>
internal static class CountFields
{
    /// <summary>What stands for a language that is not spelled as one.</summary>
    private const string Unknown = "other";

    public const string HeldTags = "held:tags";
    public const string HeldCookies = "held:cookies";
    public const string RobotPages = "pages:robot";

    public static string Pages(PageState state) => "pages:" + Word(state);

    public static string Visits(PageState state) => "visits:" + Word(state);

    public static string Failures(VisitFailure failure) => failure switch
    {
        VisitFailure.Origin => "failed:origin",
        VisitFailure.Visitor => "failed:visitor",
        VisitFailure.Gateway => "failed:gateway",
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, "There is no such failure to count."),
    };

    public static string Answers(AnswerKind answer) => "answers:" + answer switch
    {
        AnswerKind.AcceptedAll => "all",
        AnswerKind.RefusedAll => "none",
        AnswerKind.Chose => "some",
        AnswerKind.Withdrew => "withdrew",
        AnswerKind.Changed => "changed",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "There is no such answer to count."),
    };

    public static string Granted(Purpose purpose) => "granted:" + PurposeWords.Of(purpose);

    public static string By(string method) => "by:" + Spelled(method);

    public static string InLanguage(string? language, string field) => $"lang:{Spelled(language)}:{field}";

    public static string InVariant(string variant, string field) => $"variant:{Spelled(variant)}:{field}";

    /// <summary>The language of <see cref="InLanguage"/>; null for any other name.</summary>
    public static string? LanguageOf(string name) => name.Split(':', 3) is ["lang", var language, _] ? language : null;

    /// <summary>The variant of <see cref="InVariant"/>; null for any other name.</summary>
    public static string? VariantOf(string name) => name.Split(':', 3) is ["variant", var variant, _] ? variant : null;

    public static string Word(PageState state) => state switch
    {
        PageState.Asked => "asked",
        PageState.Refused => "refused",
        PageState.Granted => "granted",
        PageState.RefusedBySignal => "signal",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state of a page to count."),
    };

    // Names come from a visitor's request in the end, so only short plain words become part of a field.
    private static string Spelled(string? word) =>
        word is { Length: > 0 and <= 24 } && word.All(char.IsAsciiLetter) ? word.ToLowerInvariant() : Unknown;
}
