namespace Luoshi.Core.Checks;

/// <summary>
/// Sixty-four bits that stand for words in an index of many: the same in every run, and alike for two of a million names once in ten million times.
/// </summary>
internal readonly record struct Fingerprint(ulong Value)
{
    private const ulong Start = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;

    public static Fingerprint Empty { get; } = new(Start);

    // FNV-1a over UTF-16 units; the unit no text contains keeps neighbours apart, so that null, "" and a longer neighbour differ.
    public Fingerprint With(string? text)
    {
        var hash = Value;
        foreach (var unit in text ?? "\uFFFE")
        {
            hash = (hash ^ unit) * Prime;
        }

        return new Fingerprint((hash ^ '\uFFFF') * Prime);
    }

    public Fingerprint With(int number) => new(Mixed((Value ^ (uint)number) * Prime));

    // The finisher of SplitMix64: every bit of the input changes half of the output.
    public static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
