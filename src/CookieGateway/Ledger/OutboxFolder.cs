using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CookieGateway.Redis;
using Microsoft.Win32.SafeHandles;

namespace CookieGateway.Ledger;

/// <summary>The outbox's folder: numbered segments, a lock against a second gateway, and a place for what is damaged.</summary>
internal sealed class OutboxFolder : IDisposable
{
    private const string Extension = ".outbox";
    private readonly string _path;
    private readonly FileStream _lock;

    public OutboxFolder(string path)
    {
        _path = Path.GetFullPath(path);
        Damaged = Path.Combine(_path, "damaged");
        try
        {
            OwnerOnlyFile.CreateFolder(_path);
            _lock = new FileStream(Path.Combine(_path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OutboxUnavailableException(
                $"The outbox \"{_path}\" cannot be opened: {failure.Message} The folder must be writable, and no other gateway may use it.", failure);
        }
    }

    /// <summary>Where damaged pieces are kept for the operator; the folder exists only if there are some.</summary>
    public string Damaged { get; }

    public string PathOf(long segment) => Path.Combine(_path, segment.ToString("D12", CultureInfo.InvariantCulture) + Extension);

    public IReadOnlyList<long> Segments() =>
    [
        .. Directory.EnumerateFiles(_path, "*" + Extension)
            .Select(file => long.TryParse(Path.GetFileNameWithoutExtension(file), CultureInfo.InvariantCulture, out var number) ? number : -1)
            .Where(number => number >= 0)
            .Order(),
    ];

    public SafeFileHandle Create(long segment)
    {
        var handle = File.OpenHandle(PathOf(segment), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        FlushNames(_path);
        return handle;
    }

    public void Delete(long segment) => File.Delete(PathOf(segment));

    /// <summary>Keeps bytes under a name made of them: damage that is found twice is kept once.</summary>
    public string Quarantine(ReadOnlySpan<byte> bytes)
    {
        OwnerOnlyFile.CreateFolder(Damaged);
        var file = Path.Combine(Damaged, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8)) + ".bytes");
        using var handle = File.OpenHandle(file, FileMode.Create, FileAccess.Write);
        RandomAccess.Write(handle, bytes, 0);
        RandomAccess.FlushToDisk(handle);
        return file;
    }

    public void Dispose() => _lock.Dispose();

    // A new file is sure to be found after a power failure only when its folder has been flushed too (fsync(2), "Description");
    // .NET opens no folders, hence the two calls.
    private static void FlushNames(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), 0);
        if (descriptor >= 0)
        {
            _ = Flush(descriptor);
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int descriptor);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
