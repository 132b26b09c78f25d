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
        ["template-kept"] = "保存材料模板",
        ["template-ended"] = "停用材料模板",
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
        ["return-recalled"] = "撤销退回",
        ["report-approved"] = "通过报送",
        ["report-reopened"] = "重新打开报送",
        ["audit-exported"] = "导出审计",
        ["work-report-imported"] = "导入政府工作报告",
        ["ledger-carried-over"] = "结转台账",
        ["ledger-closed"] = "交账",
        ["task-added"] = "增加重点工作",
        ["task-edited"] = "编辑重点工作",
        ["task-adjusted"] = "调整重点工作",
        ["task-closed-out"] = "销号",
        ["task-terminated"] = "终止重点工作",
        ["task-split"] = "拆分重点工作",
        ["tasks-merged"] = "合并重点工作",
        ["task-handed-down"] = "分解下达",
        ["plan-written"] = "编制月度计划",
        ["plans-approved"] = "审定月度计划",
        ["view-saved"] = "保存常用筛选",
        ["view-removed"] = "删除常用筛选",
        ["contribution-written"] = "提供配合情况",
        ["readings-confirmed"] = "确认数字",
        ["file-attached"] = "上传佐证材料",
        ["file-removed"] = "删除佐证材料",
        ["doubt-explained"] = "说明疑点",
        ["doubt-accepted"] = "接受疑点说明",
        ["extension-asked"] = "申请延期",
        ["extension-granted"] = "同意延期",
        ["extension-declined"] = "不同意延期",
        ["due-item-exempted"] = "免报",
        ["exemption-lifted"] = "恢复应报",
        ["quiet-reports-approved"] = "批量通过",
        ["reminders-sent"] = "催报",
        ["reminder-withdrawn"] = "撤回催报",
        ["instruction-written"] = "批示",
        ["instruction-replied"] = "反馈批示",
        ["instruction-closed"] = "办结批示",
        ["material-compiled"] = "汇编材料",
        ["material-checked"] = "核对材料",
        ["material-issued"] = "印发材料",
        ["material-recalled"] = "收回材料",
        ["circular-drafted"] = "起草通报",
        ["circular-edited"] = "修改通报",
        ["circular-issued"] = "印发通报",
        ["rectification-opened"] = "下达整改",
        ["rectification-replied"] = "反馈整改",
        ["rectification-returned"] = "退回重改",
        ["rectification-closed"] = "整改销号",
        ["objection-raised"] = "提出异议",
        ["objection-decided"] = "复核异议",
        ["words-changed"] = "修改常用语",
        ["announcement-posted"] = "发布公告",
        ["announcement-withdrawn"] = "撤下公告",
        ["announcement-restored"] = "恢复公告",
        ["feedback-given"] = "提意见",
        ["feedback-answered"] = "答复意见",
        ["access-token-created"] = "建立访问令牌",
        ["access-token-revoked"] = "停用访问令牌",
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
        ["OfficeCalendar"] = "工作日历",
        ["RuleSet"] = "报送规则",
        ["Ledger"] = "台账",
        ["KeyTask"] = "重点工作",
        ["PlannedMonth"] = "月度计划",
        ["OpenedPeriod"] = "报送期",
        ["DueItem"] = "应报事项",
        ["ProgressReport"] = "报送",
        ["SourceSentence"] = "原文",
        ["Contribution"] = "配合情况",
        ["Attachment"] = "佐证材料",
        ["RaisedDoubt"] = "疑点",
        ["ExtensionRequest"] = "延期申请",
        ["SentReminder"] = "催报",
        ["SavedView"] = "常用筛选",
        ["Instruction"] = "批示",
        ["Material"] = "会议材料",
        ["Circular"] = "通报",
        ["Rectification"] = "整改",
        ["Objection"] = "异议",
        ["OfficeWords"] = "常用语",
        ["Announcement"] = "公告",
        ["Feedback"] = "意见反馈",
        ["AccessToken"] = "访问令牌",
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
