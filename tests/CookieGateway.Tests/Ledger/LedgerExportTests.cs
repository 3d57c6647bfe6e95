using CookieGateway.Consent.Records;
using CookieGateway.Consent.Records.Json;
using CookieGateway.Ledger;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Ledger;

public sealed class LedgerExportTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.test\")", "\"'=HYPERLINK(\"\"http://evil.test\"\")\"")]
    [InlineData("+7 701 218 3991", "'+7 701 218 3991")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("say \"yes\"", "\"say \"\"yes\"\"\"")]
    [InlineData("Mozilla/5.0", "Mozilla/5.0")]
    public async Task A_field_of_csv_is_text_whatever_is_in_it(string userAgent, string field)
    {
        var csv = await CsvAsync(Some.Record() with { UserAgent = userAgent });
        Assert.Contains($",203.0.113.77,{field},https://kristall-dent.kz/ceny,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_has_a_line_of_names_and_a_line_a_record()
    {
        var record = Some.Record();

        var lines = (await CsvAsync(record)).Split("\r\n");

        Assert.Equal(
            "record,at,site,visitor,event,method,purposes,trackers,policy,notice,expires,operator,operator_id,third_parties,cross_border,"
            + "public_sources,ip_address,user_agent,page,language,previous,erased",
            lines[0]);
        Assert.Equal(
            $"{record.Id},2026-11-21T09:30:15.250Z,kristall-dent,{record.Visitor},Given,BannerButton,analytics,2gis-maps,1.01,"
            + $"{record.Notice},2027-05-20T09:30:15.250Z,ТОО «КликМед»,180740027339,yes,yes,no,203.0.113.77,"
            + "Mozilla/5.0 (X11; Linux x86_64),https://kristall-dent.kz/ceny,ru,,",
            lines[1]);
        Assert.Equal(["", ""], lines[2..].Append(""));
    }

    [Fact]
    public async Task Json_lines_read_back_as_the_records()
    {
        ConsentRecord[] records = [Some.Record(), Some.Record()];
        using var output = new StringWriter();

        await LedgerExport.WriteJsonLinesAsync(records.ToAsyncEnumerable(), output);

        var read = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => RecordJson.Read(System.Text.Encoding.UTF8.GetBytes(line)));
        Assert.Equivalent(records, read, strict: true);
    }

    private static async Task<string> CsvAsync(params ConsentRecord[] records)
    {
        using var output = new StringWriter();
        await LedgerExport.WriteCsvAsync(records.ToAsyncEnumerable(), output);
        return output.ToString();
    }
}
