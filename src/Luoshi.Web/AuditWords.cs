using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Luoshi.Core.Accounts;

namespace Luoshi.Web;

/// <summary>The words for what the audit calls by code. What has no word yet is shown by its code: an auditor must see every row.</summary>
public static class AuditWords
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>What happened, in the order of a search form.</summary>
    public static IReadOnlyDictionary<string, string> Actions { get; } = new Dictionary<string, string>
    {
        ["signed-in"] = "登录",
        ["second-factor-shown"] = "通过动态口令",
        ["signed-out"] = "退出",
        ["sign-in-failed"] = "登录失败",
        ["second-factor-failed"] = "动态口令错误",
        ["position-switched"] = "切换身份",
        ["session-ended"] = "终止会话",
        ["password-changed"] = "修改密码",
        ["password-change-failed"] = "修改密码失败",
        ["password-reset"] = "重置密码",
        ["second-factor-enrolled"] = "启用动态口令",
        ["second-factor-removed"] = "重置动态口令",
        ["account-created"] = "建立账号",
        ["account-changed"] = "修改账号",
        ["account-disabled"] = "停用账号",
        ["account-enabled"] = "启用账号",
        ["role-granted"] = "授予角色",
        ["role-ended"] = "收回角色",
        ["policy-changed"] = "调整安全策略",
        ["setup-link-issued"] = "签发设置链接",
        ["setup-link-used"] = "首次设置",
        ["government-created"] = "建立政府",
        ["unit-added"] = "新增单位",
        ["unit-changed"] = "修改单位",
        ["post-added"] = "新增职务",
        ["post-changed"] = "修改职务",
        ["post-handed-over"] = "职务交接",
        ["calendar-changed"] = "修改工作日历",
        ["rules-changed"] = "调整报送规则",
        ["ledger-opened"] = "建立台账",
        ["ledger-imported"] = "导入台账",
        ["plans-imported"] = "导入月度计划",
        ["history-imported"] = "导入历史材料",
        ["period-opened"] = "开启报送期",
        ["draft-saved"] = "存草稿",
        ["report-submitted"] = "报送",
        ["report-signed-off"] = "签发",
        ["sign-off-rejected"] = "退回修改（未签发）",
        ["report-withdrawn"] = "撤回报送",
        ["report-returned"] = "退回报送",
        ["report-approved"] = "通过报送",
        ["report-reopened"] = "重新打开报送",
        ["audit-exported"] = "导出审计",
    };

    /// <summary>What it happened to.</summary>
    public static IReadOnlyDictionary<string, string> Subjects { get; } = new Dictionary<string, string>
    {
        ["Account"] = "账号",
        ["Position"] = "角色",
        ["SecurityPolicy"] = "安全策略",
        ["SetupLink"] = "设置链接",
        ["Government"] = "政府",
        ["Unit"] = "单位",
        ["LeaderPost"] = "领导职务",
        ["OfficeDay"] = "工作日历",
        ["RuleSet"] = "报送规则",
        ["Ledger"] = "台账",
        ["KeyTask"] = "重点工作",
        ["PlannedMonth"] = "月度计划",
        ["OpenedPeriod"] = "报送期",
        ["DueItem"] = "应报事项",
        ["ProgressReport"] = "报送",
        ["AuditEntry"] = "审计记录",
    };

    public static string Action(string code) => Actions.GetValueOrDefault(code, code);

    public static string Subject(string code) => Subjects.GetValueOrDefault(code, code);

    public static string? Role(string? code) => Enum.TryParse<Role>(code, out var role) ? role.Name() : code;

    /// <summary>JSON with a value to a line.</summary>
    public static string Indented(string changes)
    {
        using var json = JsonDocument.Parse(changes);
        return JsonSerializer.Serialize(json, s_indented);
    }
}
