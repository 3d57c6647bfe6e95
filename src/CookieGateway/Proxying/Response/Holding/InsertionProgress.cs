namespace CookieGateway.Proxying.Response.Holding;

/// <summary>How much of the gateway's own markup stands in the page.</summary>
internal enum InsertionProgress
{
    /// <summary>Nothing yet.</summary>
    Nothing,

    /// <summary>The head is open, and what the page says of its encoding is waited for.</summary>
    HeadSeen,

    /// <summary>The guard stands.</summary>
    HeadDone,

    /// <summary>Guard and banner stand, or this is no page to put them in.</summary>
    Done,
}
