using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.App.Demo;
using Luoshi.App.Ledgers;
using Luoshi.App.Reporting;
using Luoshi.App.Searching;
using Luoshi.App.Supervision;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.App;

/// <summary>The application's services: the store, and every operation by its class.</summary>
public static class AppServices
{
    public static IServiceCollection AddLuoshi(this IServiceCollection services, DatabaseChoice database)
    {
        services.AddLuoshiDb(database);
        services.AddSingleton(new SessionLimits());
        services.AddIdentityCore<Account>(options =>
            {
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(30);
                options.Password.RequiredLength = 12;
            })
            .AddEntityFrameworkStores<LuoshiDb>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);

        // Accounts
        services.AddScoped<CreateAccount>().AddScoped<GrantRole>();
        services.AddScoped<SignIn>().AddScoped<SignOut>().AddScoped<FindSession>();

        // Ledgers
        services.AddScoped<CreateGovernment>().AddScoped<OpenLedger>().AddScoped<ImportLedger>().AddScoped<ImportPlans>();

        // Reporting
        services.AddScoped<OpenPeriod>().AddScoped<SaveDraft>().AddScoped<SubmitReport>().AddScoped<SignOffReport>().AddScoped<RejectSignOff>();
        services.AddScoped<WithdrawReport>().AddScoped<ReturnReport>().AddScoped<ApproveReport>().AddScoped<ReopenReport>().AddScoped<ImportHistory>();

        // Searching
        services.AddScoped<FindTexts>();

        // Supervision
        services.AddScoped<WriteInstruction>().AddScoped<ReplyToInstruction>().AddScoped<CloseInstruction>();

        // The demo
        services.AddScoped<SeedDistrict>().AddScoped<SeedReturns>();
        return services;
    }
}
