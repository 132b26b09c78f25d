using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Accounts;

/// <summary>One of the first accounts as whoever sets up names it.</summary>
public sealed record FirstAccount(Role Role, string Name, string DisplayName);

/// <summary>One of the first accounts with its password, to be shown once.</summary>
public sealed record FirstAccountMade(Role Role, string Name, string DisplayName, string Password);

/// <summary>首次设置 — the government, the three administrators and the first clerk: all of it or nothing.</summary>
public sealed class SetUp(LuoshiDb db, CreateGovernment createGovernment, CreateAccount createAccount, GrantRole grantRole, TimeProvider clock)
{
    private static readonly Refusal s_invalid = new("setup-link-invalid", "这个设置链接已经用过或已过期。请重新启动服务，控制台会给出新的链接。");

    /// <summary>Whom a deployment cannot begin without.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator, Role.Clerk];

    /// <summary>Whether the token opens the set-up now.</summary>
    public async Task<bool> IsOpenAsync(string? token, CancellationToken ct)
    {
        db.ActAs(Access.System);
        var isOpen = await FindAsync(token, ct) is not null;
        db.ActAs(Access.Nobody);
        return isOpen;
    }

    /// <returns>
    /// The accounts; <c>setup-link-invalid</c>, <c>first-account-missing</c>, <c>persons-same</c>, or what <see cref="CreateGovernment"/> and
    /// <see cref="CreateAccount"/> refuse.
    /// </returns>
    public async Task<Outcome<IReadOnlyList<FirstAccountMade>>> ExecuteAsync(string? token, string government, IReadOnlyList<FirstAccount> accounts, string? address, CancellationToken ct)
    {
        db.ActAs(Access.System with { Name = "首次设置", Address = address });
        await using var change = await db.BeginAsync(ct);
        if (await FindAsync(token, ct) is not { } link)
        {
            return s_invalid;
        }

        if (Mistake(accounts) is { } mistake)
        {
            return mistake;
        }

        link.UsedAt = clock.GetUtcNow().UtcDateTime;
        db.Record("setup-link-used", nameof(SetupLink), null);

        // Used before anything else is made: of two at once the second waits here and is told.
        if (await db.TrySaveAsync(ct) is not null)
        {
            return s_invalid;
        }

        var created = await createGovernment.ExecuteAsync(government, null, ct);
        if (created.Refusal is { } refusal)
        {
            return refusal;
        }

        var made = new List<FirstAccountMade>();
        foreach (var wanted in accounts)
        {
            var account = await createAccount.ExecuteAsync(created.Value.Id, wanted.Name, wanted.DisplayName, ct);
            if (account.Refusal is { } refused)
            {
                return refused;
            }

            if ((await grantRole.ExecuteAsync(account.Value.Id, wanted.Role, null, null, ct)).Refusal is { } ungranted)
            {
                return ungranted;
            }

            made.Add(new FirstAccountMade(wanted.Role, account.Value.Name, wanted.DisplayName.Trim(), account.Value.FirstPassword));
        }

        await change.CommitAsync(ct);
        return made;
    }

    private static Refusal? Mistake(IReadOnlyList<FirstAccount> accounts)
    {
        if (Roles.FirstOrDefault(role => !accounts.Any(account => account.Role == role && account.Name.Trim().Length > 0 && account.DisplayName.Trim().Length > 0), (Role)(-1)) is >= 0 and var missing)
        {
            return new Refusal("first-account-missing", $"请填写{missing.Name()}的姓名和账号。");
        }

        return accounts.Select(account => account.DisplayName.Trim()).Distinct(StringComparer.Ordinal).Count() < accounts.Count
            ? new Refusal("persons-same", "三员和经办应是不同的人：三员之间、三员与业务岗位不得兼任。")
            : null;
    }

    private async Task<SetupLink?> FindAsync(string? token, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return FindSession.HashOf(token ?? "") is { } hash && !await db.Governments.AnyAsync(ct)
            ? await db.SetupLinks.SingleOrDefaultAsync(link => link.TokenHash == hash && link.UsedAt == null && link.ExpiresAt > now, ct)
            : null;
    }
}
