using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Luoshi.App.Accounts;

/// <summary>An account that was made, with the password to be told once and changed at the first sign-in.</summary>
public sealed record AccountCreated(Guid Id, string Name, string FirstPassword);

/// <summary>开户 — an account without a role: the security administrator grants that.</summary>
public sealed class CreateAccount(LuoshiDb db, UserManager<Account> accounts, TimeProvider clock)
{
    /// <returns>The account; <c>forbidden</c>, <c>display-name-missing</c>, <c>account-name-invalid</c>, <c>account-exists</c>.</returns>
    public async Task<Outcome<AccountCreated>> ExecuteAsync(int governmentId, string name, string displayName, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageAccounts) is { } refusal)
        {
            return refusal;
        }

        if (displayName.Trim().Length is 0 or > 50)
        {
            return new Refusal("display-name-missing", "请填写姓名，不超过50字。");
        }

        ct.ThrowIfCancellationRequested();
        var password = FirstPassword.Create();
        var now = clock.GetUtcNow().UtcDateTime;
        var account = new Account { GovernmentId = governmentId, UserName = name.Trim(), DisplayName = displayName.Trim(), MustChangePassword = true, PasswordChangedAt = now, InUseSince = now, LockoutEnabled = true };
        db.Record(governmentId, "account-created", nameof(Account), account.Id);
        var created = await accounts.CreateAsync(account, password);
        return created.Succeeded ? new AccountCreated(account.Id, account.UserName, password)
            : created.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.DuplicateUserName)) ? new Refusal("account-exists", $"账号“{name}”已经有了，请换一个。")
            : new Refusal("account-name-invalid", "账号请用字母、数字和 - . _，不要用汉字和空格。");
    }
}
