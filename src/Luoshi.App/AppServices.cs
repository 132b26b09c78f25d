using Luoshi.App.Accounts;
using Luoshi.App.Auditing;
using Luoshi.App.Calendars;
using Luoshi.App.Data;
using Luoshi.App.Demo;
using Luoshi.App.Idempotency;
using Luoshi.App.Jobs;
using Luoshi.App.Ledgers;
using Luoshi.App.Meetings;
using Luoshi.App.Notices;
using Luoshi.App.Outbox;
using Luoshi.App.Reporting;
using Luoshi.App.Safety;
using Luoshi.App.Searching;
using Luoshi.App.Supervision;
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
        services.AddProtection(database);
        services.TryAddSingleton(new AccountSettings());
        services.AddIdentityCore<Account>(options =>
            {
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(30);
            })
            .AddEntityFrameworkStores<LuoshiDb>();

        // PasswordRules say what a password must be, by the policy of the government.
        services.RemoveAll<IPasswordValidator<Account>>();

        // Accounts
        services.AddScoped<CreateAccount>().AddScoped<GrantRole>().AddScoped<EndRole>().AddScoped<DisableAccount>().AddScoped<DisableDormantAccounts>();
        services.AddScoped<ChangePolicy>().AddScoped<SignIn>().AddScoped<SignOut>().AddScoped<FindSession>().AddScoped<SwitchPosition>().AddScoped<EndSession>();
        services.AddScoped<ChangePassword>().AddScoped<ResetPassword>().AddScoped<EnrolSecondFactor>().AddScoped<ShowSecondFactor>().AddScoped<RemoveSecondFactor>();
        services.AddSingleton<SecondFactorSecrets>().AddScoped<IssueSetupLink>().AddScoped<SetUp>().AddScoped<CreateAccessToken>().AddScoped<RevokeAccessToken>();
        services.AddScoped<FindAccessToken>();

        // Idempotency
        services.AddScoped<AnswerOnce>().AddScoped<ForgetAnswers>();

        // Auditing
        services.AddScoped<VerifyAudit>().AddScoped<AnchorAudit>().AddScoped<SearchAudit>().AddScoped<ExportAudit>();

        // Calendars
        services.AddScoped<ChangeCalendar>();

        // Ledgers
        services.AddScoped<CreateGovernment>().AddScoped<OpenLedger>().AddScoped<CarryOverLedger>().AddScoped<CloseLedger>().AddScoped<ImportLedger>();
        services.AddScoped<ImportPlans>().AddScoped<ImportWorkReport>().AddScoped<StagedFiles>().AddScoped<ListKeyTasks>().AddScoped<SaveView>().AddScoped<AddKeyTask>();
        services.AddScoped<EditKeyTask>().AddScoped<AdjustKeyTask>().AddScoped<EndKeyTask>().AddScoped<SplitKeyTask>().AddScoped<MergeKeyTasks>();
        services.AddScoped<HandDownKeyTask>().AddScoped<PlanMonth>().AddScoped<ApprovePlan>().AddScoped<SaveUnit>().AddScoped<SavePost>().AddScoped<HandOverPost>();

        // Reporting
        services.AddScoped<ChangeRules>().AddScoped<OpenPeriod>().AddScoped<ReadSheet>().AddScoped<CheckDraft>().AddScoped<SaveDraft>().AddScoped<SubmitReport>();
        services.AddScoped<WithdrawReport>().AddScoped<SignOffReport>().AddScoped<RejectSignOff>().AddScoped<ContributeToReport>().AddScoped<ConfirmReadings>();
        services.AddScoped<ReturnReport>().AddScoped<ApproveReport>().AddScoped<ApproveQuietReports>().AddScoped<ReopenReport>().AddScoped<AnswerDoubt>();
        services.AddScoped<SettleDoubt>().AddScoped<AskExtension>().AddScoped<DecideExtension>().AddScoped<ExemptDueItem>().AddScoped<LiftExemption>();
        services.AddScoped<RecallReturn>().AddSingleton<AttachmentStore>().AddScoped<AttachFile>().AddScoped<RemoveFile>().AddScoped<PrefillForm>();
        services.AddScoped<ReadReturn>().AddScoped<ImportHistory>();

        // Searching
        services.AddScoped<FindTexts>().AddScoped<ReindexTexts>().AddScoped<JoinIndex>();

        // Supervision
        services.AddScoped<WriteInstruction>().AddScoped<ReplyToInstruction>().AddScoped<CloseInstruction>().AddScoped<OpenRectification>();
        services.AddScoped<ReplyToRectification>().AddScoped<ReturnRectification>().AddScoped<CloseRectification>().AddScoped<RaiseObjection>();
        services.AddScoped<DecideObjection>().AddScoped<DraftCircular>().AddScoped<EditCircular>().AddScoped<IssueCircular>().AddScoped<ChangeWords>();
        services.AddScoped<ReadBoard>().AddScoped<ListReviews>().AddScoped<ReadReview>().AddScoped<ReadReminders>().AddScoped<SendReminders>();
        services.AddScoped<WithdrawReminders>();

        // Meetings
        services.AddScoped<KeepTemplate>().AddScoped<CompileFromLedger>().AddScoped<CheckMaterial>().AddScoped<IssueMaterial>().AddScoped<RecallMaterial>();

        // Notices
        services.AddScoped<ReadNotices>().AddScoped<PostAnnouncement>().AddScoped<WithdrawAnnouncement>().AddScoped<GiveFeedback>().AddScoped<AnswerFeedback>();

        // Jobs
        services.TryAddSingleton(new JobSettings());
        services.AddScoped<TakeLease>().AddScoped<OpenDuePeriods>().AddScoped<TidyUp>().AddScoped<RemindDueUnits>();

        // Outbox
        services.TryAddSingleton(new MailSettings());
        services.TryAddSingleton(new WebhookSettings());
        services.AddSingleton<MailClient>().AddSingleton<WebhookClient>().AddSingleton<RobotSecrets>().AddScoped<DeliverOutbox>().AddScoped<MeasureOutbox>();

        // Safety
        services.AddScoped<BackUpStore>().AddScoped<ExamineStore>();

        // Demo
        services.AddScoped<SeedDistrict>().AddScoped<SeedReturns>();

        return services;
    }
}
