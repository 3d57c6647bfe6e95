namespace CookieGateway.Sites.Reading;

/// <summary>Reads <c>Operator</c> of a site, and says what the law wants in it.</summary>
internal static class OperatorReader
{
    public static Operator Read(SectionReader section)
    {
        section.KnowsOnly("Name", "Id", "Address", "Email", "Phone", "Country");
        var country = section.Text("Country") ?? "KZ";
        if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper))
        {
            section.Mistake("Country", country, "Write the country's code of two capital letters (ISO 3166-1), as in \"KZ\".");
        }

        var id = section.Text("Id");
        if (country == "KZ" && id is not null && !BusinessNumber.IsValid(id))
        {
            section.Mistake("Id", id, "A BIN or IIN has twelve digits, the last of which checks the others. Compare it with the certificate of registration.");
        }

        var email = section.Text("Email");
        if (email is not null && (email.IndexOf('@') < 1 || email.EndsWith('@') || email.Any(char.IsWhiteSpace)))
        {
            section.Mistake("Email", email, "Write an e-mail address, as in \"info@clinic.kz\".");
        }

        return new Operator
        {
            Name = ReadTexts(section, "Name"),
            Id = id,
            Address = ReadTexts(section, "Address"),
            Email = email,
            Phone = section.Text("Phone"),
            Country = country,
        };
    }

    /// <summary>Sentences on what is missing, for an operator under the law of Kazakhstan.</summary>
    public static IEnumerable<string> Warnings(string path, Operator found)
    {
        foreach (var language in (string[])["ru", "kk"])
        {
            if (!found.Name.Has(language))
            {
                yield return $"{path}:Name:{language} is missing. Law 94-V, article 8(4): a consent names the operator; "
                    + "the language law wants the name in Kazakh and in Russian.";
            }
        }

        if (found.Id is null && found.Country == "KZ")
        {
            yield return $"{path}:Id is missing. Law 94-V, article 8(4): a consent names the operator's BIN or IIN.";
        }

        if (found.Email is null && found.Phone is null && found.Address.IsEmpty)
        {
            yield return $"{path} has neither Address, Email nor Phone. A visitor must be able to reach the operator to withdraw a consent.";
        }
    }

    /// <summary>One text for all languages, or a text per language.</summary>
    private static TextByLanguage ReadTexts(SectionReader section, string key) =>
        section.Text(key) is { } text
            ? new TextByLanguage([new("ru", text), new("kk", text), new("en", text)])
            : new TextByLanguage(section.Map(key));
}
