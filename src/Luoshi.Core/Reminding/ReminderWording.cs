using System.Globalization;
using System.Text;
using Luoshi.Core.Calendars;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Reminding;

/// <summary>The office's own words for asking again, on paper and in messages.</summary>
public static class ReminderWording
{
    /// <summary>What a return has to say.</summary>
    public const string WhatToWrite = "写明累计完成数和是否完成月度计划；没有完成的，说明原因和下一步措施。";

    /// <summary>The last words.</summary>
    public const string Closing = "已经报送的，请告知，以便核对。";

    // Beyond this a subject is cut off by mail programs.
    private const int SpansInSubject = 2;

    /// <summary>2024年4月重点工作催报：已逾期2项，今天到期1项.</summary>
    internal static string Subject(IReadOnlyList<ReminderLine> lines)
    {
        var spans = lines.Select(line => line.Item.Span.InWords()).Distinct().ToList();
        var named = spans.Count <= SpansInSubject ? string.Join('、', spans) : $"{spans[0]}等{spans.Count}个报送时段";
        return $"{named}重点工作催报：{string.Join('，', lines.GroupBy(line => line.Stage).Select(stage => $"{Name(stage.Key)}{stage.Count()}项"))}";
    }

    internal static string Body(IReadOnlyList<ReminderLine> lines, string asks, string closes)
    {
        var text = new StringBuilder();
        text.Append(lines[0].Item.Unit).Append("：\n\n");
        var returned = lines.Any(line => line.Item.IsReturned) ? "，或退回后尚未重新报送" : "";
        var overdue = lines.Any(line => line.Stage == ReminderStage.Overdue) ? "已逾期的请尽快补报，" : "";
        text.Append(CultureInfo.InvariantCulture, $"你单位牵头的下列{lines.Count}项重点工作尚未报送{returned}。请在时限前报送，{overdue}{asks}\n");
        foreach (var stage in lines.GroupBy(line => line.Stage))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{Name(stage.Key)}（{stage.Count()}项）\n");
            var number = 0;
            foreach (var line in stage)
            {
                text.Append(CultureInfo.InvariantCulture, $"{++number}. {line.Text}\n");
            }
        }

        return text.Append('\n').Append(closes).ToString();
    }

    /// <summary>2024年4月（月度报），2024年4月25日17:30前报送，已逾期1个工作日：改造老旧小区12个（副区长，序号3）.</summary>
    internal static ReminderLine Line(ReminderItem item, DateTime due, DateTime now, WorkdayCalendar calendar)
    {
        var stage = now > due ? ReminderStage.Overdue : due.Date == now.Date ? ReminderStage.DueToday : ReminderStage.Ahead;
        var days = calendar.WorkdaysBetween(DateOnly.FromDateTime(due), DateOnly.FromDateTime(now));
        var overdue = stage != ReminderStage.Overdue ? "" : days > 0 ? $"，已逾期{days}个工作日" : "，时限已过";
        var asked = item.IsReturned ? "修改后重新报送" : "报送";
        string?[] place = [item.Leader, item.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"序号{number}") : null];
        var where = string.Join('，', place.Where(part => part is not null));
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{item.Span.InWords()}（{item.Span.Frequency.Name()}），{DateOnly.FromDateTime(due).InWords()}{due:HH:mm}前{asked}{overdue}：{item.Content.Trim().TrimEnd('。', '；', ';')}{(where.Length > 0 ? $"（{where}）" : "")}");
        return new ReminderLine(item, stage, text);
    }

    private static string Name(ReminderStage stage) => stage switch
    {
        ReminderStage.Overdue => "已逾期",
        ReminderStage.DueToday => "今天到期",
        ReminderStage.Ahead => "即将到期",
    };
}
