using Luoshi.App.Checks;
using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Pages.Administration;

/// <summary>One frequency's rule as the form has it. <see cref="Weekday"/> for those by the week, <see cref="DayOfMonth"/> for the others.</summary>
public sealed class DueRuleForm
{
    public DayOfWeek? Weekday { get; set; }

    public int DayOfMonth { get; set; } = 25;

    /// <summary>Weeks or months after.</summary>
    public int Offset { get; set; }

    public TimeOnly At { get; set; }

    public ShiftDirection Shift { get; set; }

    public static DueRuleForm Of(DueRule rule) => new()
    {
        Weekday = rule.Weekday,
        DayOfMonth = rule.DayOfMonth,
        Offset = rule.Weekday is null ? rule.MonthOffset : rule.WeekOffset,
        At = rule.At,
        Shift = rule.Shift,
    };

    public DueRule ToRule() => Weekday is { } weekday
        ? new DueRule { Weekday = weekday, WeekOffset = Offset, At = At, Shift = Shift }
        : new DueRule { DayOfMonth = DayOfMonth, MonthOffset = Offset, At = At, Shift = Shift };
}

/// <summary>报送规则 — due times and the settings of the checks, each with its default and where that comes from.</summary>
public sealed class RulesModel(LuoshiDb db, ChangeRules change) : PageModel
{
    public static IReadOnlyList<(ReportingFrequency Frequency, string Source)> Frequencies { get; } =
    [
        (ReportingFrequency.Weekly, "周五；本系统的取值"),
        (ReportingFrequency.Biweekly, "第二周周五；本系统的取值"),
        (ReportingFrequency.Monthly, "25日，如鄂温克旗；盘锦市为28日"),
        (ReportingFrequency.Quarterly, "季末月25日；蔡甸区为30日"),
        (ReportingFrequency.HalfYearly, "6月、12月25日，如广丰区"),
        (ReportingFrequency.Yearly, "12月25日，如广丰区"),
    ];

    public static IReadOnlyList<(DayOfWeek Day, string Name)> Weekdays { get; } =
    [
        (DayOfWeek.Monday, "周一"), (DayOfWeek.Tuesday, "周二"), (DayOfWeek.Wednesday, "周三"), (DayOfWeek.Thursday, "周四"),
        (DayOfWeek.Friday, "周五"), (DayOfWeek.Saturday, "周六"), (DayOfWeek.Sunday, "周日"),
    ];

    public static IReadOnlyList<(ShiftDirection Shift, string Name)> Shifts { get; } = [(ShiftDirection.Earlier, "提前"), (ShiftDirection.Later, "顺延"), (ShiftDirection.None, "不调整")];

    public static CheckSettings Defaults => CheckSettingsFile.BuiltIn;

    /// <summary>In the order of <see cref="Frequencies"/>.</summary>
    [BindProperty]
    public List<DueRuleForm> Due { get; set; } = [];

    /// <summary>By the keys of <see cref="CheckSettingFields"/>.</summary>
    [BindProperty]
    public Dictionary<string, string?> Checks { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The rules that the person saw.</summary>
    [BindProperty]
    public Guid Seen { get; set; }

    /// <summary>When the present rules began, in UTC.</summary>
    public DateTime Since { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageRules) is not null)
        {
            return Forbid();
        }

        var now = await RulesInForce.NowAsync(db, ct);
        Seen = now.Id;
        Due = [.. Frequencies.Select(row => DueRuleForm.Of(now.Due.Of(row.Frequency)))];
        Checks = CheckSettingFields.All.ToDictionary(field => field.Key, field => (string?)field.Read(now.Checks));
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageRules) is not null || Due.Count != Frequencies.Count)
        {
            return Forbid();
        }

        var checks = (await RulesInForce.NowAsync(db, ct)).Checks;
        foreach (var field in CheckSettingFields.All)
        {
            if (field.Write(checks, Checks.GetValueOrDefault(field.Key) ?? "") is { } written)
            {
                checks = written;
            }
            else
            {
                ModelState.AddModelError(field.Key, "请填数字。");
            }
        }

        if (CheckSettingFields.All.Any(field => ModelState.ContainsKey(field.Key)))
        {
            return await ShowAsync(ct);
        }

        var rules = Due.ConvertAll(form => form.ToRule());
        var due = new DueRules { Weekly = rules[0], Biweekly = rules[1], Monthly = rules[2], Quarterly = rules[3], HalfYearly = rules[4], Yearly = rules[5] };
        if (await change.ExecuteAsync(Seen, due, checks, Reason, ct) is { } refusal)
        {
            ModelState.Refuse("form", refusal);
            return await ShowAsync(ct);
        }

        TempData["Notice"] = "新规则已执行，旧规则留档。";
        return RedirectToPage();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Since = await db.RuleSets.MaxAsync(rules => rules.From, ct);
        return Page();
    }
}
