namespace CookieGateway.Statistics;

/// <summary>What a decision amounts to in the numbers that marketers read.</summary>
public enum AnswerKind
{
    /// <summary>The first answer to a banner: everything granted.</summary>
    AcceptedAll = 0,

    /// <summary>The first answer to a banner: nothing granted.</summary>
    RefusedAll,

    /// <summary>The first answer to a banner: some purposes, or a single tracker on a placeholder.</summary>
    Chose,

    /// <summary>Somebody who had granted something took all of it back.</summary>
    Withdrew,

    /// <summary>Any other later decision; it answers no banner and so belongs to no rate.</summary>
    Changed,
}
