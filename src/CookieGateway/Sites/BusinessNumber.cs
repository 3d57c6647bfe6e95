namespace CookieGateway.Sites;

/// <summary>A BIN or IIN of the Republic of Kazakhstan: eleven digits and a check digit.</summary>
internal static class BusinessNumber
{
    private const int Length = 12;

    public static bool IsValid(string text) =>
        text.Length == Length && text.All(char.IsAsciiDigit) && CheckDigit(text) == text[^1] - '0';

    /// <summary>
    /// The weighted sum of the first eleven digits modulo 11, with weights 1 to 11; where that gives 10, with weights that start at 3
    /// and wrap. A number for which the second sum gives 10 as well is never issued, so -1 stands for it.
    /// </summary>
    private static int CheckDigit(string text)
    {
        var first = WeightedSum(text, shift: 0);
        var digit = first < 10 ? first : WeightedSum(text, shift: 2);
        return digit < 10 ? digit : -1;
    }

    private static int WeightedSum(string text, int shift)
    {
        var sum = 0;
        for (var i = 0; i < Length - 1; i++)
        {
            sum += (text[i] - '0') * (((i + shift) % 11) + 1);
        }

        return sum % 11;
    }
}
