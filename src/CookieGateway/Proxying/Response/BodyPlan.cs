namespace CookieGateway.Proxying.Response;

/// <summary>What is done with the body of an answer.</summary>
internal enum BodyPlan
{
    /// <summary>It is no page, or nobody shows it as one: every byte passes.</summary>
    PassThrough,

    /// <summary>It is a page, or may be taken for one.</summary>
    Rewrite,

    /// <summary>It is a page that cannot be read, so nobody gets it.</summary>
    Refuse,
}
