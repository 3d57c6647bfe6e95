namespace CookieGateway.Ledger;

/// <summary>
/// The last seal this gateway has made or seen, in a file of its own: whoever cuts the end off the chain in Redis would have to change
/// it here too. Copy the folder to another machine for a witness that no intruder on this one can reach.
/// </summary>
internal sealed class SealWitness(string dataDirectory)
{
    private readonly string _folder = Path.Combine(dataDirectory, "seals");

    public SealHead? Find(string site) => File.Exists(FileOf(site)) ? SealHead.Read(File.ReadAllText(FileOf(site))) : null;

    public void Keep(string site, SealHead head)
    {
        Directory.CreateDirectory(_folder);
        var draft = FileOf(site) + ".new";
        File.WriteAllText(draft, head.ToString());
        File.Move(draft, FileOf(site), overwrite: true);
    }

    private string FileOf(string site) => Path.Combine(_folder, site + ".txt");
}
