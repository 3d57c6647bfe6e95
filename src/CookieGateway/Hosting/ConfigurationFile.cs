using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;

namespace CookieGateway.Hosting;

/// <summary>The file of <c>--config</c>: it wins over appsettings.json, and environment and command line win over it.</summary>
internal sealed class ConfigurationFile
{
    private readonly string _path;
    private string? _fault;

    private ConfigurationFile(string path) => _path = path;

    /// <summary>Where files that it names are looked for.</summary>
    public string Directory => Path.GetDirectoryName(_path)!;

    public static ConfigurationFile AddTo(IConfigurationBuilder configuration, string file)
    {
        var added = new ConfigurationFile(Path.GetFullPath(file));
        var source = new JsonConfigurationSource
        {
            FileProvider = System.IO.Directory.Exists(added.Directory)
                ? new PhysicalFileProvider(added.Directory, ExclusionFilters.None)
                : new NullFileProvider(),
            Path = Path.GetFileName(added._path),
            Optional = true,
            ReloadOnChange = true,
            OnLoadException = added.Note,
        };
        var behindOtherFiles = configuration.Sources
            .Select((other, index) => other is JsonConfigurationSource ? index + 1 : 0)
            .DefaultIfEmpty(0).Max();
        configuration.Sources.Insert(behindOtherFiles, source);
        return added;
    }

    /// <summary>The mistake in the file as a whole, if the last loading found one. Asking forgets it.</summary>
    public string? TakeFault()
    {
        var fault = Interlocked.Exchange(ref _fault, null);
        return File.Exists(_path) ? fault : $"--config is \"{_path}\". There is no such file. Name the gateway's configuration file.";
    }

    private void Note(FileLoadExceptionContext context)
    {
        context.Ignore = true;
        var reason = context.Exception.GetBaseException().Message;
        _fault = $"--config is \"{_path}\", which is not readable as JSON: {reason}";
    }
}
