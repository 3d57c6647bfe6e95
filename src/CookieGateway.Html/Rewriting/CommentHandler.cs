namespace CookieGateway.Html.Rewriting;

/// <summary>Sees a whole comment, conditional comments included. It is valid during the call only.</summary>
public delegate void CommentHandler<in TPage>(TPage page, Comment comment);
