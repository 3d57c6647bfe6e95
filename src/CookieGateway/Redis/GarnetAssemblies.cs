using System.Reflection;
using System.Runtime.Loader;

namespace CookieGateway.Redis;

/// <summary>
/// Garnet's assemblies, apart from the gateway's own: it brings other versions of some. Logging is shared, so that what Garnet has to
/// say reaches the gateway's log.
/// </summary>
internal sealed class GarnetAssemblies(string folder) : AssemblyLoadContext("garnet")
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
