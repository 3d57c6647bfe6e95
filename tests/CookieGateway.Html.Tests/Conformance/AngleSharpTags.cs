using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace CookieGateway.Html.Tests.Conformance;

/// <summary>Writes down the tags of a page as AngleSharp sees them: its tokenizer, led by its tree builder.</summary>
internal static class AngleSharpTags
{
    public static string Of(string html, bool scripting = false)
    {
        var log = new List<string>();
        var options = new HtmlParserOptions
        {
            IsScripting = scripting,
            OnToken = (token, _) =>
            {
                if (token is HtmlTagToken { Type: HtmlTokenType.StartTag } start)
                {
                    log.Add(TagLog.Start(start.Name, start.Attributes.Select(a => (a.Name.ToString(), a.Value.ToString()))));
                }
                else if (token is HtmlTagToken { Type: HtmlTokenType.EndTag } end)
                {
                    log.Add(TagLog.End(end.Name));
                }
            },
        };
        using var document = new HtmlParser(options).ParseDocument(html);
        return string.Join(' ', log);
    }
}
