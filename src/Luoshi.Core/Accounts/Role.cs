namespace Luoshi.Core.Accounts;

/// <summary>角色 — what a position is for. An account acts in one position at a time.</summary>
public enum Role
{
    /// <summary>督查科经办.</summary>
    Clerk,

    /// <summary>督查科审核.</summary>
    Reviewer,

    /// <summary>单位填报人.</summary>
    UnitReporter,

    /// <summary>单位审签人.</summary>
    UnitHead,

    /// <summary>分管领导.</summary>
    Leader,

    /// <summary>区长.</summary>
    DistrictHead,

    /// <summary>系统管理员: units, posts, accounts, calendar, templates, backup.</summary>
    SystemAdministrator,

    /// <summary>安全管理员: roles, sessions, policies.</summary>
    SecurityAdministrator,

    /// <summary>审计管理员: reads the audit and nothing else.</summary>
    AuditAdministrator,
}

/// <summary>The words for a <see cref="Role"/> and what it may be joined with.</summary>
public static class Roles
{
    /// <summary>The office's own word.</summary>
    public static string Name(this Role role) => role switch
    {
        Role.Clerk => "督查科经办",
        Role.Reviewer => "督查科审核",
        Role.UnitReporter => "单位填报人",
        Role.UnitHead => "单位审签人",
        Role.Leader => "分管领导",
        Role.DistrictHead => "政府主要领导",
        Role.SystemAdministrator => "系统管理员",
        Role.SecurityAdministrator => "安全管理员",
        Role.AuditAdministrator => "审计管理员",
    };

    /// <summary>三员 — one of the three administrators.</summary>
    public static bool IsAdministrator(this Role role) => role is Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator;

    /// <summary>Whether the role is held for one unit.</summary>
    public static bool IsOfUnit(this Role role) => role is Role.UnitReporter or Role.UnitHead;

    /// <summary>Whether one person may hold both. GB/T 22239-2019 8.1.4.2 d: the three administrators exclude each other and all business.</summary>
    public static bool MayJoin(this Role role, Role other) => role == other || !(role.IsAdministrator() || other.IsAdministrator());

    /// <summary>Which rows the role sees.</summary>
    public static Scope Scope(this Role role) => role switch
    {
        Role.Clerk or Role.Reviewer or Role.DistrictHead => Accounts.Scope.Government,
        Role.Leader => Accounts.Scope.Post,
        Role.UnitReporter or Role.UnitHead => Accounts.Scope.Unit,
        Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator => Accounts.Scope.None,
    };
}
