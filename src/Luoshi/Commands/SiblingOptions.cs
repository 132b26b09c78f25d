using System.CommandLine;
using System.CommandLine.Parsing;
using Luoshi.App.Meetings;

namespace Luoshi.Commands;

/// <summary>--difference, --leader-pages, --reminders and --circular: what else compile writes from the same data.</summary>
internal sealed class SiblingOptions
{
    private readonly Option<string> _difference = new("--difference") { Description = "另写一份与上月材料的对比（.docx），要有 --previous" };
    private readonly Option<string> _leaderPages = new("--leader-pages") { Description = "另写分管领导一页纸（.docx），每位领导一页" };
    private readonly Option<string> _reminders = new("--reminders") { Description = "另写催报单（.docx），未报送的单位每家一页" };
    private readonly Option<string> _circular = new("--circular") { Description = "另写通报送审稿（.docx），不对单位排名" };
    private readonly Option<DateOnly?> _due = DateOption.Create("--due", "催报单上的补报日期，如 2024-07-03；不写则留空手填");

    public void AddTo(Command command, Option<string> previous)
    {
        command.Add(_difference);
        command.Add(_leaderPages);
        command.Add(_reminders);
        command.Add(_circular);
        command.Add(_due);
        command.Validators.Add(result =>
        {
            Needs(result, _difference, previous);
            Needs(result, _due, _reminders);
        });
    }

    public Siblings Of(ParseResult parsed) => new()
    {
        Difference = parsed.GetValue(_difference),
        LeaderPages = parsed.GetValue(_leaderPages),
        Reminders = parsed.GetValue(_reminders),
        Circular = parsed.GetValue(_circular),
        Due = parsed.GetValue(_due),
    };

    private static void Needs(CommandResult result, Option option, Option other)
    {
        if (result.GetResult(option) is not null && result.GetResult(other) is null)
        {
            result.AddError($"{option.Name} 要和 {other.Name} 一起用。");
        }
    }
}
