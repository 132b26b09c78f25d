using static Luoshi.Core.Accounts.Operation;

namespace Luoshi.Core.Accounts;

/// <summary>权限 — which role may do what. The whole table stands in <c>tests/Luoshi.Core.Tests/Accounts/grants.txt</c>; a change shows there.</summary>
public static class Grants
{
    private static readonly Operation[] s_clerk =
    [
        ViewTasks, Search, ExportLists, OpenLedger, ImportLedger, EditKeyTask, AdjustKeyTask, CloseOutKeyTask, CarryOverLedger, CloseLedger,
        PlanMonths, ApprovePlan, OpenPeriod, DecideExtension, ExemptDueItem, ReviewReport, ReopenReport, CompileMaterial, IssueMaterial, ReadMaterial,
        SendReminders, Rectify, WriteCircular, DecideObjection, AnswerDoubt, ManageRules, WriteAnnouncement, AnswerFeedback,
    ];

    private static readonly Operation[] s_reviewer =
    [
        ViewTasks, Search, ExportLists, ApprovePlan, DecideExtension, ExemptDueItem, ReviewReport, ReopenReport, ReadMaterial, DecideObjection, AnswerDoubt,
    ];

    private static readonly Operation[] s_unitReporter =
    [
        ViewTasks, Search, ExportLists, PlanMonths, AskExtension, FillReport, SubmitReport, WithdrawReport, ContributeToReport, AnswerDoubt,
        ReplyToInstruction, ReplyToRectification, RaiseObjection,
    ];

    private static readonly Operation[] s_unitHead = [.. s_unitReporter, SignOffReport];

    private static readonly Operation[] s_leader = [ViewTasks, Search, ExportLists, ReadMaterial, WriteInstruction];

    /// <summary>Whether <paramref name="role"/> may do <paramref name="operation"/> at all; on which rows, its scope says.</summary>
    public static bool Allows(Role role, Operation operation) => Array.IndexOf(Of(role), operation) >= 0;

    private static Operation[] Of(Role role) => role switch
    {
        Role.Clerk => s_clerk,
        Role.Reviewer => s_reviewer,
        Role.UnitReporter => s_unitReporter,
        Role.UnitHead => s_unitHead,
        Role.Leader or Role.DistrictHead => s_leader,
        Role.SystemAdministrator => [ManageUnits, ManageAccounts, ManageCalendar, BackUp],
        Role.SecurityAdministrator => [ManageRoles, EndSessions, ManagePolicies],
        Role.AuditAdministrator => [ReadAudit],
    };
}
