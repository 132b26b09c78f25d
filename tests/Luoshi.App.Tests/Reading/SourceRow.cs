using System.Globalization;

namespace Luoshi.App.Tests.Reading;

/// <summary>What the authors of the sample district wrote, before any document was made of it (samples/qinglan/source/FORMAT.md).</summary>
internal sealed record SourceRow(string Leader, int Number, string Content, string Progress, bool PlanMet)
{
    /// <summary>The rows that report in the month, leaders and numbers in order. Joint reports (完成 04@单位) are left to the tests of merging.</summary>
    public static IReadOnlyList<SourceRow> Of(int month)
    {
        var rows = new List<SourceRow>();
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.District, "source", "leaders"), "*.md").Order(StringComparer.Ordinal))
        {
            var leader = "";
            var number = 0;
            var fields = new Dictionary<string, string>();
            var key = "";
            foreach (var line in File.ReadAllLines(file).Append("## 0"))
            {
                if (line.StartsWith("# ", StringComparison.Ordinal))
                {
                    leader = line.Split(' ')[2];
                }
                else if (line.StartsWith("## ", StringComparison.Ordinal))
                {
                    Add(rows, leader, number, fields, month);
                    number = int.Parse(line[3..], CultureInfo.InvariantCulture);
                    fields.Clear();
                }
                else if (line.StartsWith("  ", StringComparison.Ordinal) && key.Length > 0)
                {
                    fields[key] += "\n" + line.Trim();
                }
                else if (line.Split(": ", 2) is [var name, var text])
                {
                    key = name;
                    fields[key] = text.Trim();
                }
            }
        }

        return rows;
    }

    private static void Add(List<SourceRow> rows, string leader, int number, Dictionary<string, string> fields, int month)
    {
        if (fields.TryGetValue($"完成 {month:D2}", out var progress))
        {
            rows.Add(new SourceRow(leader, number, fields["内容"], progress, fields.GetValueOrDefault($"判断 {month:D2}", "是") == "是"));
        }
    }
}
