using System.IO.Compression;

namespace Luoshi.Documents.Writing;

/// <summary>A zip whose bytes depend on what is put in and on nothing else: entries in the order given, one fixed time stamp.</summary>
internal sealed class DeterministicZip : IDisposable
{
    // The earliest instant a zip can hold; what Word itself writes.
    private static readonly DateTimeOffset s_stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly MemoryStream _bytes = new();
    private readonly ZipArchive _zip;

    /// <summary>In memory; <see cref="Finish"/> gives the bytes.</summary>
    public DeterministicZip() => _zip = new ZipArchive(_bytes, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Written to <paramref name="destination"/> as it grows, ended by <see cref="Dispose"/>.</summary>
    public DeterministicZip(Stream destination) => _zip = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Opens the next entry; it must be closed before another is added.</summary>
    public Stream Add(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = s_stamp;
        return entry.Open();
    }

    public void Add(string name, string text)
    {
        using var writer = new StreamWriter(Add(name));
        writer.Write(text);
    }

    /// <summary>Ends the archive. Nothing can be added afterwards.</summary>
    public byte[] Finish()
    {
        _zip.Dispose();
        return _bytes.ToArray();
    }

    public void Dispose()
    {
        _zip.Dispose();
        _bytes.Dispose();
    }
}
