using System.Text.RegularExpressions;
using Luoshi.Core.Checks;

namespace Luoshi.Core.Tests.Checks;

public sealed partial class TracingToRules
{
    [Fact]
    public void The_manual_explains_every_rule_of_doubts_and_no_other()
    {
        var manual = Section("<!-- doubt-rules -->");

        Assert.Equal(
            Enum.GetValues<DoubtRule>().Select(rule => (rule.Id(), rule.Code().Code())).Order(),
            DoubtRow().Matches(manual).Select(row => (row.Groups[1].Value, row.Groups[2].Value)).Order());
    }

    [Fact]
    public void The_manual_explains_every_rule_of_comparisons_and_no_other()
    {
        var manual = Section("<!-- comparison-rules -->");

        Assert.Equal(
            Enum.GetValues<ComparisonRule>().Select(rule => rule.Id()).Order(StringComparer.Ordinal),
            ComparisonRow().Matches(manual).Select(row => row.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    private static string Section(string mark)
    {
        var manual = File.ReadAllText(Path.Combine(LabelledRows.Root(), "docs", "checks.md"));
        var section = manual[(manual.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..];
        return section.Split("\n\n")[0];
    }

    [GeneratedRegex(@"^\| `([a-z-]+)` \| `([a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex DoubtRow();

    [GeneratedRegex(@"^\| `([a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex ComparisonRow();
}
