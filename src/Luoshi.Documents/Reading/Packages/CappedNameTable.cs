using System.Xml;

namespace Luoshi.Documents.Reading.Packages;

/// <summary>
/// The names of one XML part. An office document has a few hundred; a part that keeps inventing new ones wants our memory.
/// </summary>
internal sealed class CappedNameTable : XmlNameTable
{
    private const int MaximumNames = 10_000;
    private const int MaximumLength = 1_000;

    private readonly NameTable _names = new();
    private int _count;

    public override string? Get(char[] array, int offset, int length) => _names.Get(array, offset, length);

    public override string? Get(string array) => _names.Get(array);

    public override string Add(char[] array, int offset, int length) =>
        _names.Get(array, offset, length) ?? _names.Add(Counted(array, offset, length));

    public override string Add(string array) => _names.Get(array) ?? _names.Add(Counted(array));

    private string Counted(char[] array, int offset, int length) => Counted(length > MaximumLength ? null : new string(array, offset, length));

    private string Counted(string? name)
    {
        if (name is null || name.Length > MaximumLength || ++_count > MaximumNames)
        {
            throw OfficePackage.Damaged();
        }

        return name;
    }
}
