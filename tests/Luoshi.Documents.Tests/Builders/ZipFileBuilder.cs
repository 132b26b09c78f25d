using System.IO.Compression;
using System.Text;

namespace Luoshi.Documents.Tests.Builders;

/// <summary>A zip in memory from named parts, in the order they are given; a name given twice is written twice.</summary>
internal sealed class ZipFileBuilder
{
    private readonly List<(string Name, byte[] Content)> _parts = [];

    public IReadOnlyList<(string Name, byte[] Content)> Parts => _parts;

    public ZipFileBuilder Add(string name, string content) => Add(name, Encoding.UTF8.GetBytes(content));

    public ZipFileBuilder Add(string name, byte[] content)
    {
        _parts.Add((name, content));
        return this;
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
