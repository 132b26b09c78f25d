using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>Turns the texts of one row into the fields of a task. What a field cannot hold stays under its own header, with a problem.</summary>
internal sealed class TaskBuilder(int? year, ReportingPeriod? documentPeriod, ICollection<ReadingProblem> problems)
{
    /// <summary>Null when the row has no text that says what the task is; the problem is told.</summary>
    public ReportedTask? Build(RowDraft row, IReadOnlyList<LeaderMention> contextLeaders)
    {
        var content = row.Of(ColumnRole.Content).Trim();
        if (content.Length == 0)
        {
            problems.Add(new ReadingProblem(ProblemSeverity.Error, "row-without-content", $"这一行没有工作内容，未作为任务：{Excerpt(row)}", row.Location));
            return null;
        }

        var others = new List<OtherColumn>();
        var lead = UnitMentions.Parse(row.Of(ColumnRole.LeadUnits));
        var responsible = UnitMentions.Parse(row.Of(ColumnRole.ResponsibleUnits));
        var supporting = UnitMentions.Parse(row.Of(ColumnRole.SupportingUnits));
        var leaders = Leaders(row, contextLeaders, others);
        var number = Number(row, others);
        var frequency = Frequency(row, others);
        var planMet = PlanMet(row, others);
        var (progress, earlier) = Progress(row, others);
        KeepOthers(row, others);
        var deadline = PlainText.OrNull(row.Of(ColumnRole.Deadline).Trim());

        return new ReportedTask
        {
            Leader = leaders.Count > 0 ? leaders[0] : null,
            OtherLeaders = leaders.Count > 1 ? [.. leaders.Skip(1)] : [],
            Number = number,
            Frequency = frequency,
            Content = content,
            Target = PlainText.OrNull(row.Of(ColumnRole.Target).Trim()),
            // 责任单位 alone: the first name leads, the others help (the rule of several municipal circulars).
            LeadUnits = [.. lead.Lead, .. responsible.Lead.Take(1)],
            SupportingUnits = [.. lead.Supporting, .. responsible.Lead.Skip(1), .. responsible.Supporting, .. supporting.Lead, .. supporting.Supporting],
            Deadline = deadline,
            DeadlineDate = deadline is null ? null : DateText.LastDayOf(deadline, year),
            Progress = progress,
            EarlierProgress = earlier,
            PlanMet = planMet,
            Shortfall = PlainText.OrNull(row.Of(ColumnRole.Shortfall).Trim()),
            OtherColumns = others,
            Location = row.Location,
        };
    }

    private IReadOnlyList<LeaderMention> Leaders(RowDraft row, IReadOnlyList<LeaderMention> context, List<OtherColumn> others)
    {
        var text = row.Of(ColumnRole.Leader);
        if (PlainText.IsNothing(text))
        {
            // An empty cell leaves it to the line above the table; a stroke in it says that the task has no leader.
            return string.IsNullOrWhiteSpace(text) ? context : [];
        }

        var leaders = LeaderMentions.Parse(text);
        if (leaders.Count == 0)
        {
            KeepUnread(row, ColumnRole.Leader, others, "leader-not-understood", "看不出领导姓名或职务");
            return context;
        }

        return leaders;
    }

    private int? Number(RowDraft row, List<OtherColumn> others)
    {
        var text = row.Of(ColumnRole.Number).Trim();
        if (PlainText.IsNothing(text))
        {
            return null;
        }

        var bare = text.Trim('.', '、', '．', '。', '）', ')', '（', '(', ' ', '第', '项', '#', '★', '*');
        if (ChineseNumber.TryParse(bare, out var number))
        {
            return number;
        }

        KeepUnread(row, ColumnRole.Number, others, "number-not-understood", "序号不是整数");
        return null;
    }

    private ReportingFrequency? Frequency(RowDraft row, List<OtherColumn> others)
    {
        var text = row.Of(ColumnRole.Frequency);
        var frequency = ReportingFrequencyText.Parse(text);
        if (frequency is null && !PlainText.IsNothing(text))
        {
            KeepUnread(row, ColumnRole.Frequency, others, "frequency-not-understood", "看不出报送频次");
        }

        return frequency;
    }

    private bool? PlanMet(RowDraft row, List<OtherColumn> others)
    {
        var text = row.Of(ColumnRole.PlanMet).Trim();
        var met = PlanMetText.Parse(text);
        if (met is null && !PlainText.IsNothing(text))
        {
            KeepUnread(row, ColumnRole.PlanMet, others, "claim-not-understood", "看不出是或否");
        }
        else if (met is not null && !PlanMetText.IsAnswerOnly(text))
        {
            others.Add(new OtherColumn(HeaderOf(row, ColumnRole.PlanMet), text));
        }

        return met;
    }

    private (string? Newest, IReadOnlyList<EarlierProgress> Earlier) Progress(RowDraft row, List<OtherColumn> others)
    {
        var columns = row.Columns.Columns;
        var indexes = Enumerable.Range(0, columns.Count).Where(i => columns[i].Role == ColumnRole.Progress).ToList();
        if (indexes.Count == 0)
        {
            return (null, []);
        }

        var periods = indexes.ToDictionary(i => i, i => PeriodOf(columns[i]));
        // The newest by its month; of columns without a month the last one, which in practice is the current one.
        var newest = indexes.OrderBy(i => periods[i] is { } period ? (period.Year * 12) + period.Month : int.MinValue).ThenBy(i => i).Last();
        var earlier = new List<EarlierProgress>();
        foreach (var i in indexes.Where(i => i != newest).OrderBy(i => periods[i] ?? default(ReportingPeriod?)).ThenBy(i => i))
        {
            if (PlainText.OrNull(row[i].Trim()) is not { } text)
            {
                continue;
            }

            if (periods[i] is null && periods[newest] is not null)
            {
                others.Add(new OtherColumn(HeaderText(columns[i].Header), text));
            }
            else
            {
                earlier.Add(new EarlierProgress(periods[i], text));
            }
        }

        return (PlainText.OrNull(row[newest].Trim()), earlier);
    }

    private ReportingPeriod? PeriodOf(TableColumn column)
    {
        if (column.Period is { } mention)
        {
            return mention.In(year);
        }

        var header = PlainText.Compact(column.Header);
        return header.Contains("上月", StringComparison.Ordinal) || header.Contains("上期", StringComparison.Ordinal) ? documentPeriod?.Previous()
            : header.Contains("本月", StringComparison.Ordinal) || header.Contains("本期", StringComparison.Ordinal) || header.Contains("当月", StringComparison.Ordinal) ? documentPeriod
            : null;
    }

    private static void KeepOthers(RowDraft row, List<OtherColumn> others)
    {
        var columns = row.Columns.Columns;
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Role != ColumnRole.Other || PlainText.OrNull(row[i].Trim()) is not { } text)
            {
                continue;
            }

            var header = row.LastPeriods.TryGetValue(i, out var last) ? $"{HeaderText(columns[i].Header)}-{HeaderText(columns[last].Header)}" : HeaderText(columns[i].Header);
            var name = header;
            for (var twin = 2; others.Exists(other => other.Header == name); twin++)
            {
                name = $"{header}（{twin}）";
            }

            others.Add(new OtherColumn(name, text));
        }
    }

    private void KeepUnread(RowDraft row, ColumnRole role, List<OtherColumn> others, string code, string message)
    {
        var text = row.Of(role).Trim();
        others.Add(new OtherColumn(HeaderOf(row, role), text));
        problems.Add(new ReadingProblem(ProblemSeverity.Warning, code, $"{message}：“{Shorten(text)}”，原文保留在“{HeaderOf(row, role)}”。", row.Location));
    }

    private static string HeaderOf(RowDraft row, ColumnRole role) => HeaderText(row.Columns.Columns.First(column => column.Role == role).Header);

    // 未完成情 ⏎ 况说明 is one word: white space in a header is the column's width, not the office's wording.
    internal static string HeaderText(string header) => string.Concat(header.Where(c => !char.IsWhiteSpace(c)));

    private static string Excerpt(RowDraft row) => Shorten(string.Join(" | ", Enumerable.Range(0, row.Columns.Columns.Count).Select(i => row[i]).Where(text => text.Length > 0)));

    internal static string Shorten(string text) => text.Length <= 40 ? text.Replace('\n', ' ') : string.Concat(text.AsSpan(0, 40).ToString().Replace('\n', ' '), "…");
}
