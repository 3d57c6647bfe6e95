using CookieGateway.Consent.Decisions;
using CookieGateway.Consent.Purposes;

namespace CookieGateway.Consent.Tests.Decisions;

public sealed class ConsentTokensTests
{
    private const string Scope = "kristall-dent";
    private static readonly SigningKey Key = SigningKey.Of("a key for these tests, 32 bytes!"u8);
    private readonly ConsentTokens _tokens = new(new SigningKeys(Key));

    private static ConsentDecision Decision { get; } = new()
    {
        Visitor = VisitorId.New(),
        Record = RecordId.New(DateTimeOffset.UnixEpoch.AddDays(20_000)),
        Purposes = PurposeSet.Of(Purpose.Preferences, Purpose.Marketing),
        Trackers = ["2gis-maps", "youtube"],
        At = DateTimeOffset.UnixEpoch.AddDays(20_000).AddMilliseconds(123),
        Expires = DateTimeOffset.UnixEpoch.AddDays(20_180).AddMilliseconds(123),
        Policy = "1.01 от 23.10.2023",
        Notice = NoticeVersion.Of("notice"u8),
    };

    [Fact]
    public void A_decision_comes_back_whole()
    {
        Assert.True(_tokens.TryRead(Scope, _tokens.Sign(Scope, Decision), out var read));
        Assert.Equivalent(Decision, read, strict: true);
    }

    [Fact]
    public void Whom_the_notice_named_comes_back_with_the_decision()
    {
        var whole = Decision with
        {
            Recipients = RecipientPrints.Of(["analytics/yandex-metrika", "marketing/meta-pixel"]),
            Declined = RecipientPrints.Of(["marketing/tiktok-pixel"]),
            Offered = PurposeSet.Of(Purpose.Analytics, Purpose.Marketing),
        };

        Assert.True(_tokens.TryRead(Scope, _tokens.Sign(Scope, whole), out var read));
        Assert.Equivalent(whole, read, strict: true);
        Assert.Equal(whole.Recipients, read.Recipients);
        Assert.Equal(whole.Declined, read.Declined);
        Assert.True(_tokens.TryRead(Scope, _tokens.Sign(Scope, Decision with { Recipients = RecipientPrints.None }), out var nobody));
        Assert.Equal(RecipientPrints.None, nobody.Recipients);
    }

    /// <summary>Written by the version before recipients were kept, with the key of these tests.</summary>
    [Fact]
    public void A_token_of_an_earlier_version_is_read_and_says_nothing_of_recipients()
    {
        const string Earlier = "AXqfd1ABAgMEBQYHCAkKCwwNDg8QAZCqu8zdfu_4EjRWeJq83g4AAAGSVNOAewAAAZXzzDB7k2in0h4Bj2SuMyfS8lzU12k7LYUyjku2gLz8vUwmuQ4EMS4wMQEJMmdpcy1tYXBzivR_4pqc6W734HbH6yl_PdN0Um6fq4AjNJLkcyUUBjc";

        Assert.True(_tokens.TryRead(Scope, Earlier, out var read));
        Assert.Equal(PurposeSet.All, read.Purposes);
        Assert.Equal(["2gis-maps"], read.Trackers);
        Assert.Equal("1.01", read.Policy);
        Assert.Null(read.Recipients);
        Assert.Equal(RecipientPrints.None, read.Declined);
        Assert.Equal(PurposeSet.All, read.Offered);
    }

    [Fact]
    public void Thirty_recipients_make_a_token_of_a_few_hundred_characters()
    {
        var names = Enumerable.Range(0, 30).Select(number => $"analytics/tracker-{number}").ToArray();

        Assert.InRange(_tokens.Sign(Scope, Decision with { Recipients = RecipientPrints.Of(names) }).Length, 1, 420);
    }

    [Fact]
    public void More_recipients_than_a_cookie_can_carry_leave_a_token_that_is_read()
    {
        var names = RecipientPrints.Of(Enumerable.Range(0, 400).Select(number => $"analytics/tracker-{number}"));
        var many = Decision with { Trackers = [.. Enumerable.Range(0, 50).Select(number => $"a-tracker-of-some-name-{number}")], Recipients = names, Declined = names };

        Assert.InRange(_tokens.Sign(Scope, many).Length, 1, ConsentTokens.MaxLength);
        Assert.True(_tokens.TryRead(Scope, _tokens.Sign(Scope, many), out var read));
        Assert.InRange(read.Recipients!.Count, 1, 400);
    }

    [Fact]
    public void A_decision_without_policy_notice_and_trackers_comes_back_whole()
    {
        var bare = Decision with { Policy = "", Notice = default, Trackers = [], Purposes = PurposeSet.NecessaryOnly };

        Assert.True(_tokens.TryRead(Scope, _tokens.Sign(Scope, bare), out var read));
        Assert.Equivalent(bare, read, strict: true);
    }

    [Fact]
    public void A_token_is_short_and_needs_no_escaping_in_a_cookie()
    {
        var token = _tokens.Sign(Scope, Decision);
        Assert.Matches("^[A-Za-z0-9_-]+$", token);
        Assert.InRange(token.Length, 1, 399);
    }

    [Fact]
    public void A_token_with_any_character_changed_is_not_read()
    {
        var token = _tokens.Sign(Scope, Decision);
        for (var at = 0; at < token.Length; at++)
        {
            foreach (var other in "AQgw_-=.\u0416 ")
            {
                var changed = token[..at] + other + token[(at + 1)..];
                Assert.True(other == token[at] || !_tokens.TryRead(Scope, changed, out _), $"Read with \"{other}\" at {at}.");
            }
        }
    }

    [Fact]
    public void A_token_cut_or_lengthened_anywhere_is_not_read()
    {
        var token = _tokens.Sign(Scope, Decision);
        for (var length = 0; length < token.Length; length++)
        {
            Assert.False(_tokens.TryRead(Scope, token[..length], out _));
            Assert.False(_tokens.TryRead(Scope, token.Insert(length, "A"), out _));
        }
    }

    [Theory]
    [InlineData("kristall-dent.kz")]
    [InlineData("Kristall-dent")]
    [InlineData("")]
    public void A_token_of_one_site_is_not_read_on_another(string other) =>
        Assert.False(_tokens.TryRead(other, _tokens.Sign(Scope, Decision), out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("grant=all")]
    [InlineData("\0\0\0\0")]
    [InlineData("\ud800")]
    public void What_is_no_token_is_not_read_and_nothing_is_thrown(string? text) => Assert.False(_tokens.TryRead(Scope, text, out _));

    [Fact]
    public void A_token_too_long_to_be_one_is_not_read() => Assert.False(_tokens.TryRead(Scope, new string('A', 100_000), out _));

    [Fact]
    public void After_a_rotation_the_new_key_signs_and_the_old_one_still_counts_until_it_is_dropped()
    {
        var old = _tokens.Sign(Scope, Decision);
        var next = SigningKey.New();

        _tokens.UseKeys(new SigningKeys(next, Key));
        Assert.True(_tokens.TryRead(Scope, old, out _));
        var renewed = _tokens.Sign(Scope, Decision);
        Assert.False(new ConsentTokens(new SigningKeys(Key)).TryRead(Scope, renewed, out _));

        _tokens.UseKeys(new SigningKeys(next));
        Assert.False(_tokens.TryRead(Scope, old, out _));
        Assert.True(_tokens.TryRead(Scope, renewed, out _));
    }

    [Fact]
    public void More_single_trackers_than_a_cookie_holds_are_left_out_never_made_up()
    {
        var many = Decision with { Trackers = [.. Enumerable.Range(0, 100).Select(number => $"tracker-number-{number:D3}")] };

        var token = _tokens.Sign(Scope, many);

        Assert.InRange(token.Length, 1, ConsentTokens.MaxLength);
        Assert.True(_tokens.TryRead(Scope, token, out var read));
        Assert.NotEmpty(read.Trackers);
        Assert.Equal(many.Trackers.Take(read.Trackers.Count), read.Trackers);
    }

    [Fact]
    public void A_key_that_could_be_guessed_is_refused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => SigningKey.Of("secret"u8));
        Assert.StartsWith("The signing key has 6 bytes. It must have at least 16; 32 random ones are best.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_use_of_a_key_gets_a_key_of_its_own()
    {
        Assert.NotEqual(Key.Derive("consent-token"), Key.Derive("ledger-record"));
        Assert.Equal(Key.Derive("consent-token"), Key.Derive("consent-token"));
        Assert.DoesNotContain(Convert.ToHexString(Key.Secret()), Key.ToString(), StringComparison.OrdinalIgnoreCase);
    }
}
