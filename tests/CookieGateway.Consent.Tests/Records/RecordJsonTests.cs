using System.Text;
using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;
using CookieGateway.Consent.Records;
using CookieGateway.Consent.Records.Json;

namespace CookieGateway.Consent.Tests.Records;

public sealed class RecordJsonTests
{
    private static ConsentRecord Record { get; } = Make();

    [Fact]
    public void A_record_comes_back_whole() => Assert.Equivalent(Record, RecordJson.Read(RecordJson.Write(Record)), strict: true);

    [Fact]
    public void The_form_of_a_record_stays_as_it_is_since_proofs_cover_it() => Assert.Equal(
        """{"id":"01941f297c007000800000000000000a","site":"clinic","visitor":"0123456789abcdef0123456789abcdef","at":1735689600123,"event":"Given","method":"BannerButton","purposes":"analytics","trackers":["2gis-maps"],"policy":"1.01","notice":"","expires":1751241600123,"operator":{"name":"Clinic LLP","id":"180740027339"},"transfers":{"thirdParties":true,"crossBorder":false,"publicSources":false},"ipAddress":"203.0.113.7","language":"ru"}""",
        Encoding.UTF8.GetString(RecordJson.Write(Record)));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"id\":1}")]
    [InlineData("[")]
    public void What_is_no_record_reads_as_none(string json) => Assert.Null(RecordJson.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void An_erased_record_keeps_what_proves_the_decision_and_nothing_of_the_person()
    {
        var erased = Record.Anonymised(Record.At.AddDays(1));

        var json = Encoding.UTF8.GetString(RecordJson.Write(erased));
        Assert.DoesNotContain("0123456789abcdef", json, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.7", json, StringComparison.Ordinal);
        Assert.Equivalent(erased, RecordJson.Read(RecordJson.Write(erased)), strict: true);
        Assert.Equal((Record.Purposes, Record.At, Record.Policy), (erased.Purposes, erased.At, erased.Policy));
        Assert.Equal(erased, erased.Anonymised(Record.At.AddDays(2)));
    }

    [Fact]
    public void A_receipt_has_the_four_sections_and_the_whole_history_and_no_address()
    {
        var withdrawn = Record with
        {
            Id = RecordId.New(Record.At.AddDays(2)),
            Previous = Record.Id,
            At = Record.At.AddDays(2),
            Event = ConsentEvent.Withdrawn,
            Purposes = PurposeSet.NecessaryOnly,
        };

        var receipt = ConsentReceipt.Of(withdrawn, [new ReceiptRecipient("Yandex", "RU", "analytics")], [Record]);

        Assert.Equal(ReceiptHeader.Schema, receipt.Header.SchemaVersion);
        Assert.All(receipt.Processing.Purposes, purpose => Assert.False(purpose.Granted));
        Assert.Equal(Record.Operator, receipt.Parties.Operator);
        Assert.Equal([ConsentEvent.Given, ConsentEvent.Withdrawn], receipt.Events.Select(each => each.Event));
        var json = Encoding.UTF8.GetString(RecordJson.Write(receipt));
        Assert.StartsWith("""{"header":{"schemaVersion":"ISO/IEC TS 27560:2023",""", json, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.7", json, StringComparison.Ordinal);
    }

    private static ConsentRecord Make()
    {
        Assert.True(RecordId.TryParse("01941f297c007000800000000000000a", out var id));
        Assert.True(VisitorId.TryParse("0123456789abcdef0123456789abcdef", out var visitor));
        var at = new DateTimeOffset(2025, 1, 1, 0, 0, 0, 123, TimeSpan.Zero);
        return new ConsentRecord
        {
            Id = id,
            Site = "clinic",
            Visitor = visitor,
            At = at,
            Event = ConsentEvent.Given,
            Method = ConsentMethod.BannerButton,
            Purposes = PurposeSet.Of(Purpose.Analytics),
            Trackers = ["2gis-maps"],
            Policy = "1.01",
            Notice = default,
            Expires = at.AddDays(180),
            Operator = new RecordOperator("Clinic LLP", "180740027339"),
            Transfers = new RecordTransfers(ThirdParties: true, CrossBorder: false),
            IpAddress = "203.0.113.7",
            Language = "ru",
        };
    }
}
