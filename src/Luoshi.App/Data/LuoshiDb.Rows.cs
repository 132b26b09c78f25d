using System.Linq.Expressions;
using Luoshi.App.Accounts;
using Luoshi.App.Auditing;
using Luoshi.App.Calendars;
using Luoshi.App.Idempotency;
using Luoshi.App.Jobs;
using Luoshi.App.Ledgers;
using Luoshi.App.Meetings;
using Luoshi.App.Notices;
using Luoshi.App.Outbox;
using Luoshi.App.Searching;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Meetings;
using Luoshi.Core.Notices;
using Luoshi.Core.Reminding;
using Luoshi.Core.Reporting;
using Luoshi.Core.Searching;
using Luoshi.Core.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Data;

/// <summary>Which rows of the store somebody sees.</summary>
public abstract partial class LuoshiDb
{
    // The rows of the government acted for. Every query starts here, so that the filter stands in one place and in the SQL as a plain condition.
    public IQueryable<Government> Governments => Access.Scope switch
    {
        Scope.Everything => Set<Government>(),
        Scope.None or Scope.Unit or Scope.Post or Scope.Government => Set<Government>().Where(government => government.Id == Access.GovernmentId),
    };

    public IQueryable<Unit> Units => OfGovernment<Unit>();

    public IQueryable<LeaderPost> LeaderPosts => OfGovernment<LeaderPost>();

    public IQueryable<Ledger> Ledgers => OfGovernment<Ledger>();

    public IQueryable<SourceSentence> SourceSentences => Business<SourceSentence>();

    public IQueryable<OpenedPeriod> OpenedPeriods => Business<OpenedPeriod>();

    public IQueryable<OfficeDay> OfficeDays => OfGovernment<OfficeDay>();

    /// <summary>One row at most: none while the calendar is as it was published.</summary>
    public IQueryable<OfficeCalendar> OfficeCalendars => OfGovernment<OfficeCalendar>();

    public IQueryable<RuleSet> RuleSets => OfGovernment<RuleSet>();

    public IQueryable<KeyTask> KeyTasks => Visible<KeyTask>(
        task => task.PostId == Access.PostId,
        task => Set<Responsibility>().Any(part => part.GovernmentId == Access.GovernmentId && part.UnitId == Access.UnitId && part.TaskId == task.Id && part.Until == null));

    /// <summary>The tasks that somebody was asked about: a unit still answers for what was asked of it before the task went to another.</summary>
    public IQueryable<KeyTask> TasksAsked => Visible<KeyTask>(
        task => Set<DueItem>().Any(item => item.GovernmentId == Access.GovernmentId && item.PostId == Access.PostId && item.TaskId == task.Id),
        task => Set<DueItem>().Any(item => item.GovernmentId == Access.GovernmentId && item.UnitId == Access.UnitId && item.TaskId == task.Id));

    public IQueryable<KeyTaskVersion> KeyTaskVersions => OfVisibleTask<KeyTaskVersion>(row => row.TaskId);

    public IQueryable<Responsibility> Responsibilities => OfVisibleTask<Responsibility>(row => row.TaskId);

    /// <summary>Who had which part in <see cref="TasksAsked"/>, and until when.</summary>
    public IQueryable<Responsibility> PartsAsked => OfTasks<Responsibility>(TasksAsked, row => row.TaskId);

    public IQueryable<PlannedMonth> PlannedMonths => OfVisibleTask<PlannedMonth>(row => row.TaskId);

    /// <summary>The plans of <see cref="TasksAsked"/>: what is owed is measured by them.</summary>
    public IQueryable<PlannedMonth> PlansAsked => OfTasks<PlannedMonth>(TasksAsked, row => row.TaskId);

    /// <summary>The lists that the person keeps; nobody sees another's.</summary>
    public IQueryable<SavedView> SavedViews => Business<SavedView>().Where(view => view.AccountId == Access.AccountId);

    public IQueryable<SentReminder> SentReminders => Visible<SentReminder>(_ => false, sent => sent.UnitId == Access.UnitId);

    public IQueryable<DueItem> DueItems => Visible<DueItem>(item => item.PostId == Access.PostId, item => item.UnitId == Access.UnitId);

    public IQueryable<ProgressReport> ProgressReports => Visible<ProgressReport>(report => report.PostId == Access.PostId, report => report.UnitId == Access.UnitId);

    /// <summary><see cref="ProgressReports"/>, to be asked for by their tasks: some months of a few tasks, of all that the government reported in them.</summary>
    internal IQueryable<ProgressReport> ReportsByTask => Visible(IndexedByTask, report => report.PostId == Access.PostId, report => report.UnitId == Access.UnitId);

    /// <summary>
    /// What was reported on tasks, by whatever unit or under whatever leader they were then: what the checks hold a return against (ADR 0019). For tasks that are
    /// at hand, and to be compared with: <see cref="ProgressReports"/> is what somebody reads.
    /// </summary>
    internal IQueryable<ProgressReport> ReportsOfAnybody => Business(IndexedByTask);

    public IQueryable<ReportVersion> ReportVersions => Visible<ReportVersion>(
        version => Set<ProgressReport>().Any(report => report.GovernmentId == Access.GovernmentId && report.Id == version.ReportId && report.PostId == Access.PostId),
        version => Set<ProgressReport>().Any(report => report.GovernmentId == Access.GovernmentId && report.Id == version.ReportId && report.UnitId == Access.UnitId));

    public IQueryable<RaisedDoubt> RaisedDoubts => Visible<RaisedDoubt>(doubt => doubt.PostId == Access.PostId, doubt => doubt.UnitId == Access.UnitId);

    public IQueryable<Attachment> Attachments => Visible<Attachment>(file => file.PostId == Access.PostId, file => file.UnitId == Access.UnitId);

    public IQueryable<Instruction> Instructions => Visible<Instruction>(row => row.PostId == Access.PostId, row => row.UnitId == Access.UnitId);

    public IQueryable<InstructionReply> InstructionReplies => Visible<InstructionReply>(row => row.PostId == Access.PostId, row => row.UnitId == Access.UnitId);

    /// <summary>All that the index has of a text of the government, for keeping it in step: whoever writes the text may not see the task any more.</summary>
    internal IQueryable<SearchEntry> EntriesOf(Guid subjectId) => OfGovernment<SearchEntry>().Where(entry => entry.SubjectId == subjectId);

    public IQueryable<SearchEntry> SearchEntries => Findable(Set<SearchEntry>());

    /// <summary>Those of the acting government whose text contains a folded word.</summary>
    public IQueryable<SearchEntry> EntriesWith(string foldedWord) => Findable(IndexedWith(Access.GovernmentId, foldedWord));

    /// <summary><see cref="SearchEntries"/>, to be asked for by their ids.</summary>
    public IQueryable<SearchEntry> EntriesById => Findable(IndexedById);

    /// <summary>Leaders see what was issued; units see none.</summary>
    public IQueryable<Material> Materials => MaterialsShown switch
    {
        MaterialsShown.All => Business<Material>(),
        MaterialsShown.Issued => OfGovernment<Material>().Where(material => material.IssuedAt != null),
        MaterialsShown.None => Set<Material>().Where(_ => false),
    };

    /// <summary>Of the materials that are shown; a leader sees the own section.</summary>
    public IQueryable<MaterialSection> MaterialSections => Visible<MaterialSection>(section => section.PostId == Access.PostId, _ => false)
        .Join(Materials, section => section.MaterialId, material => material.Id, (section, _) => section);

    /// <summary>For the office alone, and for the district head what was issued.</summary>
    public IQueryable<MaterialPaper> MaterialPapers => Visible<MaterialPaper>(_ => false, _ => false)
        .Join(Materials, paper => paper.MaterialId, material => material.Id, (paper, _) => paper);

    public IQueryable<Rectification> Rectifications => Visible<Rectification>(row => row.PostId == Access.PostId, row => row.UnitId == Access.UnitId);

    public IQueryable<Objection> Objections => Visible<Objection>(row => row.PostId == Access.PostId, row => row.UnitId == Access.UnitId);

    /// <summary>Drafts are the office's alone.</summary>
    public IQueryable<Circular> Circulars => MaterialsShown == MaterialsShown.All ? Business<Circular>() : Business<Circular>().Where(circular => circular.State == CircularState.Issued);

    /// <summary>One's own.</summary>
    public IQueryable<Notice> Notices => Set<Notice>().Where(notice => notice.GovernmentId == Access.GovernmentId && notice.AccountId == Access.AccountId);

    /// <summary>What everybody in the government was told at these instants, for taking it back.</summary>
    internal IQueryable<Notice> NoticesOf(IReadOnlyCollection<DateTime> instants) => OfGovernment<Notice>().Where(notice => instants.Contains(notice.At));

    /// <summary>For everybody in the government; what was withdrawn, for whoever may put it back.</summary>
    public IQueryable<Announcement> Announcements =>
        Access.Refuse(Operation.WriteAnnouncement) is null ? OfGovernment<Announcement>() : OfGovernment<Announcement>().Where(announcement => announcement.WithdrawnAt == null);

    /// <summary>One's own; all for whoever answers.</summary>
    public IQueryable<Feedback> Feedback =>
        Access.Refuse(Operation.AnswerFeedback) is null ? OfGovernment<Feedback>() : OfGovernment<Feedback>().Where(feedback => feedback.GivenBy == Access.AccountId);

    /// <summary>One row at most: none while nobody changed the words of the house.</summary>
    public IQueryable<OfficeWords> OfficeWords => Business<OfficeWords>();

    public IQueryable<ExtensionRequest> ExtensionRequests => Visible<ExtensionRequest>(request => request.PostId == Access.PostId, request => request.UnitId == Access.UnitId);

    /// <summary>What units that share a task wrote: for themselves and for the accountable unit.</summary>
    public IQueryable<Contribution> Contributions => Visible<Contribution>(part => part.PostId == Access.PostId, part => part.UnitId == Access.UnitId || part.LeadUnitId == Access.UnitId);

    /// <summary>The due items of other units on tasks that the acting unit shares: it may write a contribution to their returns, and reads no return.</summary>
    public IQueryable<DueItem> SharedDueItems => OfVisibleTask<DueItem>(item => item.TaskId).Where(item => item.UnitId != Access.UnitId);

    /// <summary>Accounts of the government, for whoever manages them.</summary>
    public IQueryable<Account> Accounts => OfGovernment<Account>();

    public IQueryable<Position> Positions => OfGovernment<Position>();

    public IQueryable<Session> Sessions => OfGovernment<Session>();

    /// <summary>One's own.</summary>
    public IQueryable<AccessToken> AccessTokens => OfGovernment<AccessToken>().Where(token => Access.Scope == Scope.Everything || token.AccountId == Access.AccountId);

    /// <summary>One's own.</summary>
    public IQueryable<IdempotencyRecord> IdempotencyRecords =>
        OfGovernment<IdempotencyRecord>().Where(record => Access.Scope == Scope.Everything || record.AccountId == Access.AccountId);

    /// <summary>One's own.</summary>
    public IQueryable<StagedUpload> StagedUploads =>
        OfGovernment<StagedUpload>().Where(upload => Access.Scope == Scope.Everything || upload.AccountId == Access.AccountId);

    /// <summary>What the office prints its materials on.</summary>
    public IQueryable<OfficeTemplate> OfficeTemplates => Business<OfficeTemplate>();

    public IQueryable<SecurityPolicy> SecurityPolicies => OfGovernment<SecurityPolicy>();

    public IQueryable<FormerPassword> FormerPasswords => OfGovernment<FormerPassword>();

    public IQueryable<RecoveryCode> RecoveryCodes => OfGovernment<RecoveryCode>();

    /// <summary>Of the deployment: for the program itself.</summary>
    public IQueryable<SetupLink> SetupLinks => Set<SetupLink>().Where(_ => Access.Scope == Scope.Everything);

    /// <summary>Of the deployment: for the program itself.</summary>
    public IQueryable<ProtectionKey> ProtectionKeys => Set<ProtectionKey>().Where(_ => Access.Scope == Scope.Everything);

    public IQueryable<AuditEntry> AuditEntries => OfGovernment<AuditEntry>();

    public IQueryable<AuditChain> AuditChains => OfGovernment<AuditChain>();

    public IQueryable<OutboxMessage> OutboxMessages => OfGovernment<OutboxMessage>();

    public IQueryable<Robot> Robots => OfGovernment<Robot>();

    /// <summary>Of the deployment as a whole: the program itself looks at them, nobody else.</summary>
    public IQueryable<Lease> Leases => Set<Lease>().Where(_ => Access.Scope == Scope.Everything);

    public IQueryable<AuditAnchor> AuditAnchors => OfGovernment<AuditAnchor>();

    private MaterialsShown MaterialsShown => Access.Scope switch
    {
        Scope.Everything => MaterialsShown.All,
        Scope.Government => Access.Role == Role.DistrictHead ? MaterialsShown.Issued : MaterialsShown.All,
        Scope.Post => MaterialsShown.Issued,
        Scope.Unit or Scope.None => MaterialsShown.None,
    };

    // Whoever sees the task and the row finds it, and nobody else.
    private IQueryable<SearchEntry> Findable(IQueryable<SearchEntry> entries) => Access.Scope switch
    {
        Scope.Everything => entries,
        Scope.None => entries.Where(_ => false),
        Scope.Government => entries.Where(entry => entry.GovernmentId == Access.GovernmentId),
        Scope.Post => entries.Where(entry => entry.GovernmentId == Access.GovernmentId && (entry.Kind == SearchKind.Task || entry.PostId == Access.PostId) && KeyTasks.Any(task => task.Id == entry.TaskId)),
        Scope.Unit => entries.Where(entry => entry.GovernmentId == Access.GovernmentId && (entry.Kind == SearchKind.Task || entry.UnitId == Access.UnitId) && KeyTasks.Any(task => task.Id == entry.TaskId)),
    };

    private IQueryable<T> OfGovernment<T>()
        where T : class => OfGovernment(Set<T>());

    private IQueryable<T> OfGovernment<T>(IQueryable<T> rows)
        where T : class => Access.Scope == Scope.Everything ? rows : rows.Where(row => EF.Property<int>(row, "GovernmentId") == Access.GovernmentId);

    private IQueryable<T> Business<T>()
        where T : class => Business(Set<T>());

    /// <summary>What everybody in the government's business may read; the three administrators see none of it.</summary>
    private IQueryable<T> Business<T>(IQueryable<T> rows)
        where T : class => Access.Scope == Scope.None ? rows.Where(_ => false) : OfGovernment(rows);

    private IQueryable<T> Visible<T>(Expression<Func<T, bool>> ofPost, Expression<Func<T, bool>> ofUnit)
        where T : class => Visible(Set<T>(), ofPost, ofUnit);

    private IQueryable<T> Visible<T>(IQueryable<T> rows, Expression<Func<T, bool>> ofPost, Expression<Func<T, bool>> ofUnit)
        where T : class => Access.Scope switch
        {
            Scope.Everything or Scope.Government or Scope.None => Business(rows),
            Scope.Post => OfGovernment(rows).Where(ofPost),
            Scope.Unit => OfGovernment(rows).Where(ofUnit),
        };

    private IQueryable<T> OfVisibleTask<T>(Expression<Func<T, Guid>> taskId)
        where T : class => OfTasks(KeyTasks, taskId);

    private IQueryable<T> OfTasks<T>(IQueryable<KeyTask> tasks, Expression<Func<T, Guid>> taskId)
        where T : class => Access.Scope switch
        {
            Scope.Everything or Scope.Government or Scope.None => Business<T>(),
            Scope.Post or Scope.Unit => OfGovernment<T>().Join(tasks, taskId, task => task.Id, (row, _) => row),
        };
}

/// <summary>Which of the government's materials somebody sees.</summary>
internal enum MaterialsShown
{
    None,
    Issued,
    All,
}
