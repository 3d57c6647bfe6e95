using System.Text;

namespace CookieGateway.Dashboard;

/// <summary>A table as a file: RFC 4180, in UTF-8 with a mark at the start, by which spreadsheets recognise it.</summary>
internal static class Csv
{
    public static byte[] Of(IEnumerable<IEnumerable<string?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(string? value)
    {
        var text = value ?? "";

        // A spreadsheet takes a cell that begins so for a formula, and cookie names and browsers' names come from strangers.
        // https://owasp.org/www-community/attacks/CSV_Injection
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n')
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
