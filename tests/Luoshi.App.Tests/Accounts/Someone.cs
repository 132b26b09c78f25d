using Luoshi.App.Accounts;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Accounts;

/// <summary>A person with an account, who signs in and is found again by the secret.</summary>
internal sealed class Someone
{
    private Someone(Store store, AccountCreated account) => (Store, Id, Name, Password) = (store, account.Id, account.Name, account.FirstPassword);

    public Store Store { get; }

    public Guid Id { get; }

    public string Name { get; }

    public string Password { get; set; }

    /// <summary>In the positions of <paramref name="likes"/>, with a password that need not be changed.</summary>
    public static async Task<Someone> CreateAsync(Store store, params Access[] likes)
    {
        var account = (await store.AskAsync<CreateAccount, Outcome<AccountCreated>>(Access.System, create => create.ExecuteAsync(likes[0].GovernmentId, $"p{Guid.NewGuid():N}"[..10], "唐小满", CancellationToken.None))).Value;
        foreach (var like in likes)
        {
            await store.AskAsync<GrantRole, Outcome<Position>>(Access.System, grant => grant.ExecuteAsync(account.Id, like.Role!.Value, like.UnitId, like.PostId, CancellationToken.None));
        }

        var someone = new Someone(store, account);
        await someone.ChangeAsync(row => row.MustChangePassword = false);
        return someone;
    }

    public Task<Outcome<string>> TrySignInAsync(string? password = null) => Store.AskAsync<SignIn, Outcome<string>>(
        Access.Nobody, signIn => signIn.ExecuteAsync(new SignInRequest(Name, password ?? Password, "10.0.0.7", "Chromium 86"), CancellationToken.None));

    public async Task<string> SignInAsync() => (await TrySignInAsync()).Value;

    /// <summary>Who is behind a secret now; null when it opens nothing.</summary>
    public Task<SignedIn?> FindAsync(string secret) => Store.AskAsync<FindSession, SignedIn?>(Access.Nobody, find => find.ExecuteAsync(secret, "10.0.0.7", "r1", CancellationToken.None));

    public async Task ChangeAsync(Action<Account> change) => await Store.LookAsync(Access.System, async db =>
    {
        var row = await db.Accounts.SingleAsync(row => row.Id == Id);
        change(row);
        db.Record(row.GovernmentId, "account-changed", nameof(Account), row.Id);
        return await db.SaveChangesAsync();
    });
}
