using Luoshi.Core.Reading;

namespace Luoshi.Core.Meetings;

/// <summary>Whether two plans say the same. Which of them holds is not for a program to decide.</summary>
internal static class PlanAgreement
{
    /// <returns>Null when no task is told differently; otherwise the refusal, with the first task that is.</returns>
    public static Refusal? Check(TaskIndex first, string firstSource, TaskDocument second, LeaderRoll leaders)
    {
        var byNumber = first.Tasks.Where(task => task.Task.Number is not null).ToLookup(task => (task.LeaderKey, task.Task.Number));
        foreach (var row in second.Tasks)
        {
            var content = new ContentKey(row.Content);
            var leader = leaders.Key(row.Leader);
            var same = first.Find(row, leader, content, out _) ?? byNumber[(leader, row.Number)].FirstOrDefault();
            if (same is not null && (same.Content.Text == content.Text || same.Task.Number == row.Number) && Difference(same, row, leader, content) is { } difference)
            {
                return new Refusal(
                    "plans-disagree",
                    $"两份任务分解不一致，不知以哪份为准：{row.Leader?.Line()}第{row.Number}项，{difference}（{firstSource} 与 {second.Source}）。请只给一份，或用 --plan 指明。");
            }
        }

        return null;
    }

    private static string? Difference(AssembledTask one, ReportedTask other, string? leader, ContentKey content) =>
        one.Content.Text != content.Text ? $"工作内容一份是“{one.Task.Content}”，另一份是“{other.Content}”"
        : one.LeaderKey is not null && leader is not null && one.LeaderKey != leader ? $"分管领导一份是{one.Task.Leader?.Line()}，另一份是{other.Leader?.Line()}"
        : one.Task.LeadUnits.Count > 0 && other.LeadUnits.Count > 0 && !one.Task.LeadUnits.SequenceEqual(other.LeadUnits)
            ? $"牵头单位一份是{one.Task.LeadUnits.Names()}，另一份是{other.LeadUnits.Names()}"
        : null;
}
