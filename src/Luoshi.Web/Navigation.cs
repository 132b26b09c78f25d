using Luoshi.Core.Accounts;

namespace Luoshi.Web;

/// <summary>An entry of the left menu.</summary>
public sealed record MenuEntry(string Text, string Address, string Icon, Operation Needs);

/// <summary>A headed part of the left menu; the first has no heading.</summary>
public sealed record MenuPart(string? Heading, IReadOnlyList<MenuEntry> Entries);

/// <summary>左侧菜单 — what a role finds there: only what it may do.</summary>
public static class Navigation
{
    private static readonly MenuPart[] s_office =
    [
        new(null,
        [
            new("调度台", "/board", "i-board", Operation.OpenPeriod),
            new("审核", "/review", "i-check", Operation.ReviewReport),
            new("催报", "/reminders", "i-bell", Operation.SendReminders),
            new("一页纸", "/overview", "i-chart", Operation.ReadMaterial),
            new("统计图", "/charts", "i-chart", Operation.ReadMaterial),
        ]),
        new("台账",
        [
            new("重点工作", "/tasks", "i-book", Operation.ViewTasks),
            new("月度计划", "/plans", "i-plan", Operation.PlanMonths),
            new("导入", "/import", "i-file", Operation.ImportLedger),
            new("延期与免报", "/extensions", "i-clock", Operation.DecideExtension),
        ]),
        new("出材料",
        [
            new("会议材料", "/materials", "i-file", Operation.ReadMaterial),
            new("批示", "/instructions", "i-pen", Operation.ViewTasks),
            new("整改", "/rectifications", "i-edit", Operation.Rectify),
            new("通报", "/circulars", "i-file", Operation.WriteCircular),
            new("异议复核", "/objections", "i-help", Operation.DecideObjection),
        ]),
        new("管理",
        [
            new("报送规则", "/administration/rules", "i-plan", Operation.ManageRules),
            new("常用语", "/administration/words", "i-edit", Operation.ManageRules),
            new("填报负担", "/burden", "i-chart", Operation.ManageRules),
            new("数据质量", "/quality", "i-chart", Operation.ManageRules),
        ]),
    ];

    private static readonly MenuPart[] s_unit =
    [
        new(null,
        [
            new("本月填报", "/reporting", "i-pen", Operation.FillReport),
            new("待我签发", "/sign-off", "i-check", Operation.SignOffReport),
        ]),
        new("本单位",
        [
            new("承担的工作", "/tasks", "i-book", Operation.ViewTasks),
            new("月度计划", "/plans", "i-plan", Operation.PlanMonths),
            new("批示", "/instructions", "i-pen", Operation.ReplyToInstruction),
            new("整改", "/rectifications", "i-edit", Operation.ReplyToRectification),
            new("异议复核", "/objections", "i-help", Operation.RaiseObjection),
        ]),
    ];

    private static readonly MenuPart[] s_leader =
    [
        new(null,
        [
            new("分管工作", "/leader", "i-chart", Operation.WriteInstruction),
            new("统计图", "/charts", "i-chart", Operation.ReadMaterial),
            new("重点工作", "/tasks", "i-book", Operation.ViewTasks),
            new("批示", "/instructions", "i-pen", Operation.WriteInstruction),
            new("会议材料", "/materials", "i-file", Operation.ReadMaterial),
        ]),
    ];

    private static readonly MenuPart[] s_head =
    [
        new(null,
        [
            new("一页纸", "/overview", "i-chart", Operation.ReadMaterial),
            new("统计图", "/charts", "i-chart", Operation.ReadMaterial),
            new("重点工作", "/tasks", "i-book", Operation.ViewTasks),
            new("批示", "/instructions", "i-pen", Operation.WriteInstruction),
            new("会议材料", "/materials", "i-file", Operation.ReadMaterial),
        ]),
    ];

    private static readonly MenuPart[] s_system =
    [
        new(null,
        [
            new("单位", "/administration/units", "i-org", Operation.ManageUnits),
            new("领导职务", "/administration/posts", "i-org", Operation.ManageUnits),
            new("账号", "/administration/accounts", "i-org", Operation.ManageAccounts),
            new("工作日历", "/administration/calendar", "i-plan", Operation.ManageCalendar),
        ]),
    ];

    private static readonly MenuPart[] s_security =
    [
        new(null,
        [
            new("角色授予", "/security/roles", "i-org", Operation.ManageRoles),
            new("会话", "/security/sessions", "i-clock", Operation.EndSessions),
            new("安全策略", "/security/policies", "i-check", Operation.ManagePolicies),
        ]),
    ];

    private static readonly MenuPart[] s_audit =
    [
        new(null,
        [
            new("审计查询", "/audit", "i-find", Operation.ReadAudit),
            new("完整性校验", "/audit/verify", "i-check", Operation.ReadAudit),
        ]),
    ];

    public static IEnumerable<MenuPart> For(Role role) => PartsOf(role)
        .Select(part => part with { Entries = [.. part.Entries.Where(entry => Grants.Allows(role, entry.Needs))] })
        .Where(part => part.Entries.Count > 0);

    /// <summary>The address of the entry that a page belongs to: the longest that it lies under. Null where it is in no menu.</summary>
    public static string? Current(Role role, string path) => For(role).SelectMany(part => part.Entries)
        .Select(entry => entry.Address)
        .Where(address => path == address || path.StartsWith(address + "/", StringComparison.Ordinal))
        .MaxBy(address => address.Length);

    private static MenuPart[] PartsOf(Role role) => role switch
    {
        Role.Clerk or Role.Reviewer => s_office,
        Role.UnitReporter or Role.UnitHead => s_unit,
        Role.Leader => s_leader,
        Role.DistrictHead => s_head,
        Role.SystemAdministrator => s_system,
        Role.SecurityAdministrator => s_security,
        Role.AuditAdministrator => s_audit,
    };
}
