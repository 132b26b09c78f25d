using System.Text;
using Luoshi.Core.Ledgers;

namespace Luoshi.Core.Meetings;

/// <summary>
/// Characters that 仿宋_GB2312 and its like do not have: in a name Word quietly takes another font, and the name stands out on the page.
/// </summary>
internal static class RareCharacters
{
    // Code page 936 holds GB2312 as its rows B0 to F7, columns from A1.
    private static readonly Encoding s_gbk = CodePagesEncodingProvider.Instance.GetEncoding(936, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)!;

    public static IEnumerable<AssemblyNote> In(MeetingMaterial material) => material.Rows
        .SelectMany(row => Names(row.Task))
        .Distinct()
        .Select(name => (Name: name, Rare: string.Concat(name.EnumerateRunes().Where(IsRare))))
        .Where(found => found.Rare.Length > 0)
        .Select(found => new AssemblyNote("rare-character", $"“{found.Name}”中的“{found.Rare}”不在 GB2312 字符集内，打印前请确认字体里有这个字。"));

    internal static bool IsRare(Rune character)
    {
        if (character.IsAscii || !Rune.IsLetter(character))
        {
            return false;
        }

        Span<char> utf16 = stackalloc char[2];
        Span<byte> bytes = stackalloc byte[8];
        var written = s_gbk.GetBytes(utf16[..character.EncodeToUtf16(utf16)], bytes);
        return !(written == 2 && bytes[0] is >= 0xA1 and <= 0xF7 && bytes[1] >= 0xA1);
    }

    private static IEnumerable<string> Names(Reading.ReportedTask task)
    {
        foreach (var leader in task.OtherLeaders.Append(task.Leader).OfType<LeaderMention>())
        {
            yield return leader.Line();
        }

        foreach (var unit in task.UnitNames())
        {
            yield return unit;
        }
    }
}
