using System.Text;
using CookieGateway.Consent.Trackers.Inline;

namespace CookieGateway.Consent.Tests.Trackers.Inline;

public sealed class ScriptLexerTests
{
    [Theory]
    [InlineData("a.b(1)", "N:a P:. N:b P:( #:1 P:)")]
    [InlineData("'it\\'s' + \"x\"", "S:it\\'s P:+ S:x")]
    [InlineData("a / b / c", "N:a P:/ N:b P:/ N:c")]
    [InlineData("x = /[/]'\"/g.test(y)", "N:x P:= R:/[/]'\"/g P:. N:test P:( N:y P:)")]
    [InlineData("return /a/", "N:return R:/a/")]
    [InlineData("if (a) /b/.exec(c)", "N:if P:( N:a P:) R:/b/ P:. N:exec P:( N:c P:)")]
    [InlineData("(a) / b", "P:( N:a P:) P:/ N:b")]
    [InlineData("i++ / 2", "N:i P:+ P:/ #:2")]
    [InlineData("a /* 'x' */ b // \"y\nc", "N:a N:b N:c")]
    [InlineData("<!-- 'x'\na\n--> 'y'\nb", "N:a N:b")]
    [InlineData("a--> b", "N:a P:- P:> N:b")]
    [InlineData("`a${b + `c${d}`}e` f", "T:a N:b P:+ T:c N:d T: T:e N:f")]
    [InlineData("`a${{b: 1}.b}c`", "T:a P:{ N:b P:: #:1 P:} P:. N:b T:c")]
    [InlineData("{} /a/", "P:{ P:} R:/a/")]
    [InlineData("'open\nb", "S:open N:b")]
    [InlineData("\"open", "S:open")]
    [InlineData("`open ${", "T:open ")]
    [InlineData("/open", "R:/open")]
    [InlineData("'\\", "S:\\")]
    [InlineData("счёт('я')", "N:счёт P:( S:я P:)")]
    public void A_script_falls_into_its_tokens(string script, string tokens) => Assert.Equal(tokens, Read(script));

    [Fact]
    public void Whatever_is_cut_off_the_lexer_comes_to_an_end()
    {
        var script = Encoding.UTF8.GetBytes("""if(a){b=/[x]/.c`d${e?'f\'':"g\""}h`}/*i*/ // j""");

        for (var from = 0; from < script.Length; from++)
        {
            for (var to = from; to <= script.Length; to++)
            {
                var lexer = new ScriptLexer(script.AsSpan(from..to));
                var last = -1;
                while (lexer.Read())
                {
                    Assert.True(lexer.End > last);
                    last = lexer.End;
                }
            }
        }
    }

    private static string Read(string script)
    {
        var lexer = new ScriptLexer(Encoding.UTF8.GetBytes(script));
        var tokens = new List<string>();
        while (lexer.Read())
        {
            var sign = lexer.Kind switch
            {
                TokenKind.Name => "N",
                TokenKind.Number => "#",
                TokenKind.String => "S",
                TokenKind.Template => "T",
                TokenKind.RegExp => "R",
                _ => "P",
            };
            tokens.Add($"{sign}:{Encoding.UTF8.GetString(lexer.Text)}");
        }

        return string.Join(' ', tokens);
    }
}
