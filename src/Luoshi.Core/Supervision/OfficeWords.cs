using Luoshi.Core.Reading;
using Luoshi.Core.Reminding;

namespace Luoshi.Core.Supervision;

/// <summary>常用退回理由 — a word on a button, and the sentence that it writes.</summary>
public sealed record ReturnReason(string Word, string Text);

/// <summary>常用语 — the office's own words where the program writes for it: reasons for a return, and how a reminder asks and ends.</summary>
public sealed class OfficeWords
{
    public const int MostReasons = 12;
    public const int LongestWord = 10;
    public const int LongestText = 200;

    public required int GovernmentId { get; init; }

    public List<ReturnReason> ReturnReasons { get; private set; } =
    [
        new("缺数字", "没有写累计完成数，请写明截至目前累计完成多少、占全年目标的百分之几。"),
        new("与上月相同", "内容与上月相同，请写明本月的新进展。"),
        new("未写原因", "没有完成的，请写明原因、补救措施和预计补上的日期。"),
    ];

    /// <summary>What a reminder asks for.</summary>
    public string ReminderAsks { get; private set; } = ReminderWording.WhatToWrite;

    /// <summary>The last words of a reminder.</summary>
    public string ReminderCloses { get; private set; } = ReminderWording.Closing;

    public int Version { get; private set; } = 1;

    /// <summary>Rows of <paramref name="reasons"/> with nothing in them are left out.</summary>
    /// <returns>Null when done; <c>reason-incomplete</c>, <c>reason-twice</c>, <c>words-missing</c>, <c>text-too-long</c>, <c>too-many</c>.</returns>
    public Refusal? Change(IEnumerable<ReturnReason> reasons, string? asks, string? closes)
    {
        var kept = reasons.Select(reason => new ReturnReason(reason.Word?.Trim() ?? "", reason.Text?.Trim() ?? "")).Where(reason => reason.Word.Length + reason.Text.Length > 0).ToList();
        if (kept.Find(reason => reason.Word.Length == 0 || reason.Text.Length == 0) is { } half)
        {
            return new Refusal("reason-incomplete", $"退回理由“{half.Word}{half.Text}”要同时写按钮上的字和完整的话；不要的请两栏都清空。");
        }

        if (kept.GroupBy(reason => reason.Word).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            return new Refusal("reason-twice", $"有两条退回理由都叫“{twice.Key}”，请改一个。");
        }

        if (kept.Count > MostReasons)
        {
            return new Refusal("too-many", $"退回理由最多{MostReasons}条。");
        }

        if (PlainText.IsNothing(asks) || PlainText.IsNothing(closes))
        {
            return new Refusal("words-missing", "催报的要求和结尾都要写。");
        }

        if (kept.Exists(reason => reason.Word.Length > LongestWord || reason.Text.Length > LongestText) || asks.Trim().Length > LongestText || closes.Trim().Length > LongestText)
        {
            return new Refusal("text-too-long", $"按钮上的字最多{LongestWord}字，每句话最多{LongestText}字，请删减。");
        }

        (ReturnReasons, ReminderAsks, ReminderCloses) = (kept, asks.Trim(), closes.Trim());
        Version++;
        return null;
    }
}
