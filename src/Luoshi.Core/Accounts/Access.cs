namespace Luoshi.Core.Accounts;

/// <summary>Which of a government's business rows somebody sees.</summary>
public enum Scope
{
    /// <summary>No business row at all.</summary>
    None,

    /// <summary>The tasks that the unit leads or supports, and what was reported on them.</summary>
    Unit,

    /// <summary>The tasks of the post.</summary>
    Post,

    /// <summary>Every row of the government.</summary>
    Government,

    /// <summary>Every row of every government: jobs and the command line.</summary>
    Everything,
}

/// <summary>
/// 身份 — who acts, in which position, and from where. The data layer shows only the rows that this lets through, and writes it into the audit.
/// </summary>
public sealed record Access
{
    /// <summary>The government that is acted for; 0 only in <see cref="Scope.Everything"/>.</summary>
    public required int GovernmentId { get; init; }

    public required Scope Scope { get; init; }

    /// <summary>Null for the system itself and for somebody who has not signed in.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The name written into the audit.</summary>
    public required string Name { get; init; }

    /// <summary>Null for the system itself and for somebody who has not signed in.</summary>
    public Role? Role { get; init; }

    /// <summary>The unit of a <see cref="Scope.Unit"/>.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>The post of a <see cref="Scope.Post"/>.</summary>
    public Guid? PostId { get; init; }

    /// <summary>Where the request came from; null for jobs.</summary>
    public string? Address { get; init; }

    /// <summary>Ties audit rows and log lines of one request together.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether a program acts with the person's access token.</summary>
    public bool IsProgram { get; init; }

    /// <summary>Whether nothing may be changed, whatever the role allows.</summary>
    public bool ReadsOnly { get; init; }

    private bool IsSystem { get; init; }

    /// <summary>What decides which operations are allowed and what kind of rows are seen, without whose they are.</summary>
    public AccessShape Shape => new(Scope, Role, ReadsOnly, IsSystem);

    /// <summary>Somebody who has not signed in: sees nothing, may do nothing.</summary>
    public static Access Nobody { get; } = new() { GovernmentId = 0, Scope = Scope.None, Name = "未登录" };

    /// <summary>The program itself, over all governments: jobs, set-up, the command line of the machine's owner.</summary>
    public static Access System { get; } = new() { GovernmentId = 0, Scope = Scope.Everything, Name = "系统", IsSystem = true };

    /// <summary>The program itself, acting for one government.</summary>
    public static Access SystemOf(int governmentId) => new() { GovernmentId = governmentId, Scope = Scope.Government, Name = "系统", IsSystem = true };

    /// <returns>Null when the operation may be done; a refusal <c>forbidden</c> or <c>token-reads-only</c> otherwise.</returns>
    public Refusal? Refuse(Operation operation) =>
        ReadsOnly && !operation.OnlyReads() ? new Refusal("token-reads-only", $"这个访问令牌只能读取，不能{operation.Name()}。") : RefuseReading(operation);

    /// <summary>For who only looks at what an operation works on: a token that only reads may.</summary>
    /// <returns>Null when the role may do the operation; a refusal <c>forbidden</c> otherwise.</returns>
    public Refusal? RefuseReading(Operation operation) => IsSystem || (Role is { } role && Grants.Allows(role, operation))
        ? null
        : new Refusal("forbidden", Role is null ? "请先登录。" : $"{Role.Value.Name()}不能{operation.Name()}。如确需办理，请与督查科或管理员联系。");
}

/// <summary>People of one shape see the same kind of rows: each their own.</summary>
public readonly record struct AccessShape(Scope Scope, Role? Role, bool ReadsOnly, bool IsSystem);
