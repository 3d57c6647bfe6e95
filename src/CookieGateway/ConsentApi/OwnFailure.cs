namespace CookieGateway.ConsentApi;

/// <summary>Why one of the gateway's own paths did not do what was asked; the value is the status.</summary>
public enum OwnFailure
{
    /// <summary>It cannot be read as a decision.</summary>
    Unclear = StatusCodes.Status400BadRequest,

    /// <summary>It does not come from the site's own pages.</summary>
    Foreign = StatusCodes.Status403Forbidden,

    NotFound = StatusCodes.Status404NotFound,

    WrongMethod = StatusCodes.Status405MethodNotAllowed,

    TooLarge = StatusCodes.Status413PayloadTooLarge,

    WrongType = StatusCodes.Status415UnsupportedMediaType,

    TooMany = StatusCodes.Status429TooManyRequests,

    /// <summary>It could not be made durable, so it did not happen.</summary>
    Unavailable = StatusCodes.Status503ServiceUnavailable,
}
