namespace CookieGateway.Banner.Texts;

/// <summary>What Law 94-V Art. 8(4) wants a consent to say.</summary>
public sealed record LawTexts
{
    public required string Title { get; init; }

    public required string Operator { get; init; }

    public required string Contact { get; init; }

    public required string Data { get; init; }

    public required string DataText { get; init; }

    public required string ThirdParties { get; init; }

    public required string ThirdPartiesYes { get; init; }

    public required string ThirdPartiesNo { get; init; }

    public required string Abroad { get; init; }

    public required string AbroadYes { get; init; }

    public required string AbroadNo { get; init; }

    public required string Public { get; init; }

    public required string PublicText { get; init; }

    public required string Term { get; init; }

    public required string TermText { get; init; }

    public required string Withdrawal { get; init; }

    public required string WithdrawalText { get; init; }

    public required string Basis { get; init; }

    public required string BasisText { get; init; }
}
