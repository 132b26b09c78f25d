using System.Text.RegularExpressions;
using Luoshi.App.Accounts;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web.Tests.Security;

/// <summary>Forms of people and of the house that are shown only when something stands as it must, each with what it leaves in the audit.</summary>
internal static partial class AccountForms
{
    public static IEnumerable<SentForm> All { get; } =
    [
        new("Account.AccountModel.OnPostEndAsync", "session-ended", async site =>
        {
            var (name, password) = await site.MakeAccountAsync(site.District.Clerk);
            await SignInAsync(site, name, password);
            return await (await SignInAsync(site, name, password)).SendFormAsync("/account", "handler=End");
        }),
        new("Account.AccountModel.OnPostSwitchAsync", "position-switched", async site =>
        {
            var (name, password) = await site.MakeAccountAsync(site.District.FarmingReporter);
            var account = await IdAsync(site, name);
            await site.Store.AskAsync<GrantRole, Outcome<Position>>(Access.System, grant => grant.ExecuteAsync(account, Role.UnitHead, site.District.Farming.Id, null, default));
            return await (await SignInAsync(site, name, password)).SendFormAsync("/account", "handler=Switch");
        }),
        new("Account.PasswordModel.OnPostAsync", "password-changed", async site =>
        {
            var (name, password) = await site.MakeAccountAsync(site.District.Clerk);
            return await (await SignInAsync(site, name, password)).SendFormAsync("/account/password", "/account/password", ("current", password), ("wanted", "Dao-gu7wan"), ("again", "Dao-gu7wan"));
        }),
        new("Account.EnrolModel.OnPostAsync", "second-factor-enrolled", async site => (await EnrolAsync(site, site.District.Clerk)).Answer),
        new("Account.SecondFactorModel.OnPostAsync", "second-factor-shown", async site =>
        {
            var enrolled = await EnrolAsync(site, site.District.Clerk);
            site.Store.Clock.Advance(TimeSpan.FromMinutes(1));
            var visitor = await SignInAsync(site, enrolled.Name, enrolled.Password);
            return await visitor.SendFormAsync("/account/second-factor", "/account/second-factor", ("code", OneTimeCode.At(enrolled.Secret, site.Store.Clock.GetUtcNow().UtcDateTime)));
        }),
        new("Account.SignOutModel.OnPostAsync", "signed-out", async site => await (await site.SignInAsync(site.District.Clerk)).SendFormAsync("/account", "/account/sign-out")),
        new("Security.PoliciesModel.OnPostFactorAsync", "second-factor-removed", async site =>
        {
            await EnrolAsync(site, site.District.Clerk);
            return await (await site.SignInAsync(site.District.Person(Role.SecurityAdministrator))).SendFormAsync("/security/policies", "handler=Factor");
        }),
        new("Administration.AccountsModel.OnPostEnableAsync", "account-enabled", async site =>
        {
            var account = await IdAsync(site, (await site.MakeAccountAsync(site.District.FarmingReporter)).Name);
            await site.Store.AskAsync<DisableAccount, Refusal?>(site.District.Person(Role.SystemAdministrator), disable => disable.ExecuteAsync(account, disabled: true, null, default));
            return await (await site.SignInAsync(site.District.Person(Role.SystemAdministrator))).SendFormAsync("/administration/accounts", "handler=Enable");
        }),
        new("Tokens.IndexModel.OnPostAsync", "access-token-created", async site => await (await site.SignInAsync(site.District.Clerk)).SendFormAsync("/account/tokens", "/account/tokens", ("days", "30"))),
        new("Tokens.IndexModel.OnPostRevokeAsync", "access-token-revoked", async site =>
        {
            var visitor = await site.SignInAsync(site.District.Clerk);
            await visitor.SendFormAsync("/account/tokens", "/account/tokens", ("days", "30"));
            return await visitor.SendFormAsync("/account/tokens", "handler=Revoke");
        }),
        new("FeedbackModel.OnPostAnswerAsync", "feedback-answered", async site =>
        {
            await (await site.SignInAsync(site.District.FarmingReporter)).SendFormAsync("/feedback", "/feedback");
            return await (await site.SignInAsync(site.District.Clerk)).SendFormAsync("/feedback", "handler=Answer");
        }),
    ];

    private static async Task<(HttpResponseMessage Answer, string Name, string Password, byte[] Secret)> EnrolAsync(Site site, Access like)
    {
        var (name, password) = await site.MakeAccountAsync(like);
        var visitor = await SignInAsync(site, name, password);
        var page = await visitor.ReadAsync("/account/enrol");
        var secret = FromBase32(Secrets().Match(page.Replace(" ", "", StringComparison.Ordinal)).Value);
        var ticket = PostedForm.Of(page, "/account/enrol").First(form => form.Fields.Any(field => field.Key == "ticket"));
        using var content = new FormUrlEncodedContent(ticket.Fields.Where(field => field.Key != "code").Append(new("code", OneTimeCode.At(secret, site.Store.Clock.GetUtcNow().UtcDateTime))));
        return (await visitor.Http.PostAsync(new Uri("/account/enrol", UriKind.Relative), content), name, password, secret);
    }

    private static async Task<Site.Visitor> SignInAsync(Site site, string name, string password)
    {
        var visitor = site.Visit();
        await visitor.PostAsync("/account/sign-in", new() { ["name"] = name, ["password"] = password });
        return visitor;
    }

    private static Task<Guid> IdAsync(Site site, string name) => site.Store.LookAsync(Access.System, db => db.Accounts.Where(account => account.UserName == name).Select(account => account.Id).SingleAsync());

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }

    // Twenty bytes are thirty-two letters.
    [GeneratedRegex("(?<![A-Z2-7])[A-Z2-7]{32}(?![A-Z2-7])")]
    private static partial Regex Secrets();
}
