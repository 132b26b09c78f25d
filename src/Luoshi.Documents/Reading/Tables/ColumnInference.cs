using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>Columns of a table that never had a header, from what their cells look like. Answers only when the picture is clear.</summary>
internal static class ColumnInference
{
    private const int ShortestText = 8;

    /// <summary>The columns, or null unless there is a task text and at least two columns of units, answers, frequencies or numbers.</summary>
    public static TableColumns? TryInfer(IReadOnlyList<TableRow> rows)
    {
        var width = rows.Max(row => row.Cells.Count == 0 ? 0 : row.Cells[^1].Column + 1);
        if (rows.Count < 2 || width is < 3 or > 30)
        {
            return null;
        }

        var columns = new List<TableColumn>();
        var evidence = 0;
        for (var i = 0; i < width; i++)
        {
            var values = TableValues.Values(rows, 0, i, i + 1);
            var (role, header) = RoleOf(values, columns);
            evidence += role is ColumnRole.Number or ColumnRole.Frequency or ColumnRole.PlanMet or ColumnRole.LeadUnits or ColumnRole.Leader ? 1 : 0;
            columns.Add(new TableColumn(i, 1, header, role, null));
        }

        return evidence >= 2 && columns.Exists(column => column.Role == ColumnRole.Content) ? TableColumns.Of(columns) : null;
    }

    private static (ColumnRole Role, string Header) RoleOf(List<string> values, List<TableColumn> before)
    {
        if (Mostly(values, text => ChineseNumber.TryParse(text.Trim('.', '、'), out _)) && !Has(ColumnRole.Number))
        {
            return (ColumnRole.Number, "序号");
        }

        if (Mostly(values, TableValues.IsAnswer) && !Has(ColumnRole.PlanMet))
        {
            return (ColumnRole.PlanMet, "是否完成");
        }

        if (Mostly(values, text => text.Length <= 6 && ReportingFrequencyText.Parse(text) is not null) && !Has(ColumnRole.Frequency))
        {
            return (ColumnRole.Frequency, "报送频次");
        }

        if (Mostly(values, text => text.Length <= 60 && UnitMentions.Parse(text) is { Lead.Count: > 0 } units && units.Lead.All(unit => UnitMentions.LooksLikeUnit(unit.Name))))
        {
            return !Has(ColumnRole.LeadUnits) ? (ColumnRole.LeadUnits, "牵头单位")
                : !Has(ColumnRole.SupportingUnits) ? (ColumnRole.SupportingUnits, "配合单位")
                : (ColumnRole.Other, Unnamed());
        }

        if (Mostly(values, text => LeaderMentions.Parse(text) is { Count: > 0 } leaders && leaders.Any(leader => leader.Title is not null)) && !Has(ColumnRole.Leader))
        {
            return (ColumnRole.Leader, "责任领导");
        }

        if (Has(ColumnRole.PlanMet) && !Has(ColumnRole.Shortfall))
        {
            return (ColumnRole.Shortfall, "说明");
        }

        return !Mostly(values, text => text.Length >= ShortestText) ? (ColumnRole.Other, Unnamed())
            : !Has(ColumnRole.Content) ? (ColumnRole.Content, "工作内容")
            : !Has(ColumnRole.Progress) ? (ColumnRole.Progress, "完成情况")
            : (ColumnRole.Other, Unnamed());

        bool Has(ColumnRole role) => before.Exists(column => column.Role == role);

        string Unnamed() => $"第{before.Count + 1}列";
    }

    private static bool Mostly(List<string> values, Func<string, bool> test) => values.Count > 0 && values.Count(test) * 5 >= values.Count * 4;
}
