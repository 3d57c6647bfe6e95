using System.Buffers;
using System.Text;
using CookieGateway.Html.Encodings;
using CookieGateway.Html.Tests.Support;

namespace CookieGateway.Html.Tests.Encodings;

public sealed class EncodingDetectorTests
{
    [Theory]
    [InlineData("\u00EF\u00BB\u00BF<meta charset=windows-1251>", "koi8-r", "utf-8 AsciiCompatible ByteOrderMark")]
    [InlineData("\u00FF\u00FE<\0", "", "utf-16le Utf16LittleEndian ByteOrderMark")]
    [InlineData("\u00FE\u00FF\0<", "utf-8", "utf-16be Utf16BigEndian ByteOrderMark")]
    [InlineData("<meta charset=utf-8>", "Windows-1251", "windows-1251 AsciiCompatible Header")]
    [InlineData("<meta charset=utf-8>", "\"cp1251\"", "windows-1251 AsciiCompatible Header")]
    [InlineData("<meta charset=utf-8>", "nonsense", "utf-8 AsciiCompatible Meta")]
    [InlineData("<p>", "utf-16", "utf-16le Utf16LittleEndian Header")]
    [InlineData("<p>", "iso-2022-jp", "iso-2022-jp Iso2022Jp Header")]
    [InlineData("<p>", "hz-gb-2312", "replacement Replacement Header")]
    [InlineData("<p>", "", "windows-1252 AsciiCompatible Default")]
    [InlineData("<META CharSet = 'KOI8-R' >", "", "koi8-r AsciiCompatible Meta")]
    [InlineData("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "", "windows-1251 AsciiCompatible Meta")]
    [InlineData("<meta content='text/html; charset = \"gb2312\"' http-equiv=content-type>", "", "gbk AsciiCompatible Meta")]
    [InlineData("<meta content='text/html; charset=windows-1251'>", "", "windows-1252 AsciiCompatible Default")]
    [InlineData("<meta name=charset content=windows-1251>", "", "windows-1252 AsciiCompatible Default")]
    [InlineData("<!-- <meta charset=koi8-r> --><meta charset=utf-8>", "", "utf-8 AsciiCompatible Meta")]
    [InlineData("<!--><meta charset=koi8-r>", "", "koi8-r AsciiCompatible Meta")]
    [InlineData("<a title='<meta charset=koi8-r>'><meta charset=utf-8>", "", "utf-8 AsciiCompatible Meta")]
    [InlineData("</meta charset=koi8-r><?x <meta?><meta charset=utf-8>", "", "utf-8 AsciiCompatible Meta")]
    [InlineData("<metax charset=koi8-r><meta charset=nonsense><meta charset=sjis>", "", "shift_jis AsciiCompatible Meta")]
    [InlineData("<meta charset=utf-16>", "", "utf-8 AsciiCompatible Meta")]
    [InlineData("<meta charset=x-user-defined>", "", "windows-1252 AsciiCompatible Meta")]
    [InlineData("<meta charset=", "", "windows-1252 AsciiCompatible Default")]
    public void The_encoding_is_found_as_a_browser_finds_it(string page, string charset, string expected)
    {
        var found = EncodingDetector.Detect(Run.Bytes(page), charset);

        Assert.Equal(expected, $"{found.Name} {found.Kind} {found.Source}");
    }

    [Fact]
    public void A_declaration_beyond_the_first_1024_bytes_does_not_count()
    {
        var page = Run.Bytes(new string(' ', 1010) + "<meta charset=koi8-r>");

        Assert.Equal(EncodingSource.Default, EncodingDetector.Detect(page, "").Source);
        Assert.Equal("koi8-r", EncodingDetector.Detect(page.AsSpan(20), "").Name);
    }

    [Theory]
    [InlineData(EncodingKind.Utf16LittleEndian, "utf-16")]
    [InlineData(EncodingKind.Utf16BigEndian, "utf-16BE")]
    [InlineData(EncodingKind.Iso2022Jp, "iso-2022-jp")]
    public void A_page_that_cannot_be_read_by_its_bytes_becomes_utf8_however_it_is_cut(EncodingKind kind, string name)
    {
        const string Page = "<title>テスト</title><p>日本語</p>";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(name) is { } encoding ? encoding.GetBytes(Page) : Encoding.GetEncoding(name).GetBytes(Page);
        for (var size = 1; size <= bytes.Length; size++)
        {
            var output = new ArrayBufferWriter<byte>();
            var transcoder = new Utf8Transcoder(kind);
            foreach (var piece in bytes.Chunk(size))
            {
                transcoder.Write(piece, output, isLast: false);
            }

            transcoder.Write(default, output, isLast: true);
            Assert.Equal(Page, Encoding.UTF8.GetString(output.WrittenSpan));
        }
    }
}
