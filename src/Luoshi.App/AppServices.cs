using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.App.Demo;
using Luoshi.App.Jobs;
using Luoshi.App.Idempotency;
using Luoshi.App.Ledgers;
using Luoshi.App.Meetings;
using Luoshi.App.Notices;
using Luoshi.App.Reporting;
using Luoshi.App.Supervision;
using Luoshi.App.Outbox;
using Luoshi.App.Reporting;
using Luoshi.App.Safety;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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

        // Programs
        services.AddScoped<CreateAccessToken>().AddScoped<RevokeAccessToken>().AddScoped<FindAccessToken>();
        services.AddScoped<AnswerOnce>().AddScoped<ForgetAnswers>();

        // Ledgers
        services.AddScoped<CreateGovernment>().AddScoped<OpenLedger>().AddScoped<ImportLedger>().AddScoped<ImportPlans>().AddScoped<ImportWorkReport>().AddSingleton<StagedFiles>();
        services.AddScoped<ListKeyTasks>().AddScoped<AddKeyTask>().AddScoped<EditKeyTask>().AddScoped<AdjustKeyTask>().AddScoped<EndKeyTask>().AddScoped<SplitKeyTask>().AddScoped<MergeKeyTasks>();
        services.AddScoped<HandDownKeyTask>().AddScoped<PlanMonth>().AddScoped<ApprovePlan>().AddScoped<SaveView>().AddScoped<CarryOverLedger>().AddScoped<CloseLedger>();

        // Reporting
        services.AddScoped<OpenPeriod>().AddScoped<SaveDraft>().AddScoped<SubmitReport>().AddScoped<SignOffReport>().AddScoped<RejectSignOff>();
        services.AddScoped<WithdrawReport>().AddScoped<ReturnReport>().AddScoped<ApproveReport>().AddScoped<ReopenReport>().AddScoped<ImportHistory>();

        // Meetings
        services.AddScoped<CompileFromLedger>().AddScoped<CheckMaterial>().AddScoped<IssueMaterial>().AddScoped<RecallMaterial>();

        // Supervision
        services.AddScoped<OpenRectification>().AddScoped<ReplyToRectification>().AddScoped<ReturnRectification>().AddScoped<CloseRectification>();
        services.AddScoped<RaiseObjection>().AddScoped<DecideObjection>();
        services.AddScoped<DraftCircular>().AddScoped<EditCircular>().AddScoped<IssueCircular>();

        // Notices
        services.AddScoped<ReadNotices>();
        // Jobs and the outbox
        services.AddDataProtection().SetApplicationName("luoshi");
        services.TryAddSingleton(new JobSettings());
        services.TryAddSingleton(new MailSettings());
        services.TryAddSingleton(new WebhookSettings());
        services.AddSingleton<MailClient>().AddSingleton<WebhookClient>().AddSingleton<RobotSecrets>();
        services.AddScoped<TakeLease>().AddScoped<OpenDuePeriods>().AddScoped<DeliverOutbox>().AddScoped<TidyUp>();

        // Safety
        services.AddScoped<BackUpStore>().AddScoped<ExamineStore>();
        services.AddScoped<ReadSheet>().AddScoped<CheckDraft>().AddScoped<AnswerDoubt>().AddScoped<ConfirmReadings>().AddScoped<ContributeToReport>();
        services.AddScoped<AskExtension>().AddScoped<DecideExtension>();
        services.AddSingleton<AttachmentStore>().AddScoped<AttachFile>().AddScoped<RemoveFile>();
        services.AddScoped<PrefillForm>().AddScoped<ReadReturn>();
        services.AddScoped<SettleDoubt>().AddScoped<ApproveQuietReports>().AddScoped<ExemptDueItem>();

        // Supervision
        services.AddScoped<ReadBoard>().AddScoped<ListReviews>().AddScoped<ReadReview>().AddScoped<ReadReminders>().AddScoped<SendReminders>();

        // The demo
        services.AddScoped<SeedDistrict>().AddScoped<SeedReturns>();
        return services;
    }
}
