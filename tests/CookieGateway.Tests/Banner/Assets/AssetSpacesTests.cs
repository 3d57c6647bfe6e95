using CookieGateway.Banner.Assets;

namespace CookieGateway.Tests.Banner.Assets;

public sealed class AssetSpacesTests
{
    [Theory]
    [InlineData("const a = (b, c) => { return b || c }", "const a=(b,c)=>{return b||c}")]
    [InlineData("a + +b - -c / d", "a+ +b- -c / d")]
    [InlineData("say('a = b', \"c , d\")", "say('a = b',\"c , d\")")]
    [InlineData("`${a = b} : ${`c , ${d}`} , ` + e", "`${a = b} : ${`c , ${d}`} , `+e")]
    [InlineData("x.split(/[ ,/]/).map(/ = \\/ /)", "x.split(/[ ,/]/).map(/ = \\/ /)")]
    [InlineData("(el) => /a b, c/.test(el)", "el=>/a b, c/.test(el)")]
    [InlineData("f((a) => g(a), async (b) => (c) => c, () => 1, (d, e) => (d))", "f(a=>g(a),async(b)=>c=>c,()=>1,(d,e)=>(d))")]
    [InlineData("return (a) => a", "return(a)=>a")]
    [InlineData("one\ntwo = 1\n", "one\ntwo=1\n")]
    [InlineData("call({\na,\nb\n})\n.then(c)\nd()\n", "call({a,b}).then(c)\nd()\n")]
    public void Spaces_beside_punctuation_go_and_literals_stay(string code, string tight) => Assert.Equal(tight, AssetSpaces.Tighten(code));

    [Fact]
    public void A_sheet_keeps_the_spaces_between_its_selectors() => Assert.Equal(
        "a :hover,b [c]{color:red;margin:0 auto}",
        AssetSpaces.TightenSheet("a :hover, b [c] { color: red; margin: 0 auto }"));
}
