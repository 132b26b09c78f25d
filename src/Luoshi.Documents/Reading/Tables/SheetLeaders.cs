using Luoshi.Core.Ledgers;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>
/// A sheet for each leader: 常务副区长, 夏某某常务副区长, or the bare name. A bare name is believed only where most sheets look like
/// leaders, because 金融 and 文旅 begin with surnames too.
/// </summary>
internal static class SheetLeaders
{
    public static IReadOnlyDictionary<string, IReadOnlyList<LeaderMention>> Of(IReadOnlyList<Block> blocks)
    {
        var sheets = blocks.Select(block => block.Location.Sheet).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var titled = sheets.Select(sheet => (Sheet: sheet, Leaders: LeaderMentions.ParseLine(sheet))).Where(s => s.Leaders.Count > 0).ToDictionary(s => s.Sheet, s => s.Leaders, StringComparer.Ordinal);
        var named = sheets.Where(sheet => !titled.ContainsKey(sheet) && LeaderMentions.MayBeName(sheet)).ToList();
        if (sheets.Count > 1 && titled.Count + named.Count > sheets.Count / 2 && (titled.Count > 0 || named.All(name => name.Length == 3)))
        {
            foreach (var name in named)
            {
                titled.Add(name, [new LeaderMention(name, null)]);
            }
        }

        return titled;
    }
}
