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
        services.AddScoped<CreateAccount>().AddScoped<GrantRole>().AddScoped<EndRole>().AddScoped<DisableAccount>().AddScoped<DisableDormantAccounts>().AddScoped<ChangePolicy>();
        services.AddScoped<SignIn>().AddScoped<SignOut>().AddScoped<FindSession>().AddScoped<SwitchPosition>().AddScoped<EndSession>();
        services.AddScoped<ChangePassword>().AddScoped<ResetPassword>();
        services.AddScoped<EnrolSecondFactor>().AddScoped<ShowSecondFactor>().AddScoped<RemoveSecondFactor>().AddSingleton<SecondFactorSecrets>();
        services.AddScoped<IssueSetupLink>().AddScoped<SetUp>();
        services.AddScoped<CreateAccessToken>().AddScoped<RevokeAccessToken>().AddScoped<FindAccessToken>();
        services.AddScoped<AnswerOnce>().AddScoped<ForgetAnswers>();

        // Auditing
        services.AddScoped<VerifyAudit>().AddScoped<AnchorAudit>().AddScoped<SearchAudit>().AddScoped<ExportAudit>();

        // Ledgers
        services.AddScoped<CreateGovernment>().AddScoped<OpenLedger>().AddScoped<CarryOverLedger>().AddScoped<CloseLedger>();
        services.AddScoped<ImportLedger>().AddScoped<ImportPlans>().AddScoped<ImportWorkReport>().AddScoped<StagedFiles>();
        services.AddScoped<ListKeyTasks>().AddScoped<SaveView>().AddScoped<AddKeyTask>().AddScoped<EditKeyTask>().AddScoped<AdjustKeyTask>().AddScoped<EndKeyTask>();
        services.AddScoped<SplitKeyTask>().AddScoped<MergeKeyTasks>().AddScoped<HandDownKeyTask>().AddScoped<PlanMonth>().AddScoped<ApprovePlan>();
        services.AddScoped<SaveUnit>().AddScoped<SavePost>().AddScoped<HandOverPost>().AddScoped<ChangeCalendar>().AddScoped<ChangeRules>();

        // Reporting
        services.AddScoped<OpenPeriod>().AddScoped<ReadSheet>().AddScoped<CheckDraft>().AddScoped<SaveDraft>().AddScoped<SubmitReport>().AddScoped<WithdrawReport>();
        services.AddScoped<SignOffReport>().AddScoped<RejectSignOff>().AddScoped<ContributeToReport>().AddScoped<ConfirmReadings>();
        services.AddScoped<ReturnReport>().AddScoped<ApproveReport>().AddScoped<ApproveQuietReports>().AddScoped<ReopenReport>();
        services.AddScoped<AnswerDoubt>().AddScoped<SettleDoubt>().AddScoped<AskExtension>().AddScoped<DecideExtension>().AddScoped<ExemptDueItem>().AddScoped<LiftExemption>().AddScoped<RecallReturn>();
        services.AddSingleton<AttachmentStore>().AddScoped<AttachFile>().AddScoped<RemoveFile>();
        services.AddScoped<PrefillForm>().AddScoped<ReadReturn>().AddScoped<ImportHistory>();
        services.AddScoped<OpenPeriod>().AddScoped<SaveDraft>().AddScoped<SubmitReport>().AddScoped<SignOffReport>().AddScoped<RejectSignOff>();
        services.AddScoped<WithdrawReport>().AddScoped<ReturnReport>().AddScoped<ApproveReport>().AddScoped<ReopenReport>().AddScoped<ImportHistory>();

        // Searching
        services.AddScoped<FindTexts>().AddScoped<ReindexTexts>();

        // Supervision
        services.AddScoped<WriteInstruction>().AddScoped<ReplyToInstruction>().AddScoped<CloseInstruction>();

        // Meetings
        services.AddScoped<KeepTemplate>().AddScoped<CompileFromLedger>().AddScoped<CheckMaterial>().AddScoped<IssueMaterial>().AddScoped<RecallMaterial>();

        // Supervision
        services.AddScoped<OpenRectification>().AddScoped<ReplyToRectification>().AddScoped<ReturnRectification>().AddScoped<CloseRectification>();
        services.AddScoped<RaiseObjection>().AddScoped<DecideObjection>();
        services.AddScoped<DraftCircular>().AddScoped<EditCircular>().AddScoped<IssueCircular>();

        // Notices
        services.AddScoped<ReadNotices>().AddScoped<PostAnnouncement>().AddScoped<WithdrawAnnouncement>().AddScoped<GiveFeedback>().AddScoped<AnswerFeedback>().AddScoped<ChangeWords>();

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

        // Meetings
        services.AddScoped<CompileFromLedger>().AddScoped<CheckMaterial>().AddScoped<IssueMaterial>().AddScoped<RecallMaterial>();

        // Supervision
        services.AddScoped<ReadBoard>().AddScoped<ListReviews>().AddScoped<ReadReview>().AddScoped<ReadReminders>().AddScoped<SendReminders>().AddScoped<WithdrawReminders>();
        services.AddScoped<OpenRectification>().AddScoped<ReplyToRectification>().AddScoped<ReturnRectification>().AddScoped<CloseRectification>();
        services.AddScoped<RaiseObjection>().AddScoped<DecideObjection>();
        services.AddScoped<DraftCircular>().AddScoped<EditCircular>().AddScoped<IssueCircular>();
        services.AddScoped<ReadNotices>();

        // Jobs and the outbox
        services.TryAddSingleton(new JobSettings());
        services.TryAddSingleton(new MailSettings());
        services.TryAddSingleton(new WebhookSettings());
        services.AddSingleton<MailClient>().AddSingleton<WebhookClient>().AddSingleton<RobotSecrets>();
        services.AddScoped<TakeLease>().AddScoped<OpenDuePeriods>().AddScoped<RemindDueUnits>().AddScoped<DeliverOutbox>().AddScoped<MeasureOutbox>().AddScoped<TidyUp>();

        // Safety
        services.AddScoped<BackUpStore>().AddScoped<ExamineStore>();

        // The demo
        services.AddScoped<SeedDistrict>().AddScoped<SeedReturns>();
        return services;
    }
}
