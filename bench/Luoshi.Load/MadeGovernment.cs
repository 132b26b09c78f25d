using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Luoshi.App.Accounts;
using Luoshi.App.Auditing;
using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.App.Searching;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Load;

/// <summary>One government from its chairs to its last open month, written a year at a time.</summary>
internal sealed class MadeGovernment(LuoshiDb db, FillTables rows, MadeTexts texts, FillSize size, Government government)
{
    public const string Password = "load-only-2026-Qinglan";

    public const int Posts = 10;

    public const int Units = 40;

    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // Every account has the password of the load: hashing it ten thousand times would tell nothing.
    private static readonly string s_passwordHash = new PasswordHasher<Account>().HashPassword(new Account { GovernmentId = 0, DisplayName = "" }, Password);

    private readonly List<Unit> _units = [.. Enumerable.Range(1, Units).Select(rank => new Unit { GovernmentId = government.Id, Name = UnitName(rank), Rank = rank })];

    private readonly List<LeaderPost> _posts =
    [
        .. Enumerable.Range(1, Posts).Select(rank => new LeaderPost
        {
            GovernmentId = government.Id,
            Title = rank == 1 ? "常务副区长" : $"副区长{rank}",
            Rank = rank,
            Holders = [new PostHolder($"领导{rank}", new DateOnly(2010, 1, 1), null)],
        }),
    ];

    private readonly List<AuditEntry> _audit = [];
    private AuditChain _chain = null!;
    private RulesInForce _rules = null!;
    private WorkdayCalendar _calendar = null!;
    private Account _clerk = null!;

    public static string AccountName(int government, string chair) => string.Create(CultureInfo.InvariantCulture, $"g{government:000}-{chair}");

    public async Task WriteAsync(CancellationToken ct)
    {
        db.ActAs(Access.SystemOf(government.Id));
        _rules = await RulesInForce.NowAsync(db, ct);
        _calendar = await RulesInForce.CalendarAsync(db, ct);
        db.ActAs(Access.System);
        _chain = await db.Set<AuditChain>().AsNoTracking().SingleAsync(chain => chain.GovernmentId == government.Id, ct);
        await rows.Units.WriteAsync(_units, ct);
        await rows.Posts.WriteAsync(_posts, ct);
        await WriteAccountsAsync(ct);
        var first = Earlier(size.Last, size.Months + size.Open - 1);
        for (var year = first.Year; year <= size.Last.Year; year++)
        {
            await WriteYearAsync(year, first, ct);
        }

        await db.Set<AuditChain>().Where(chain => chain.GovernmentId == government.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(chain => chain.Sequence, _chain.Sequence).SetProperty(chain => chain.Hash, _chain.Hash), ct);
    }

    private static ReportingPeriod Earlier(ReportingPeriod month, int months)
    {
        var day = new DateOnly(month.Year, month.Month, 1).AddMonths(-months);
        return new ReportingPeriod(day.Year, day.Month);
    }

    private static string UnitName(int rank) => rank <= 28 ? $"区第{rank}局" : $"第{rank - 28}街道";

    private async Task WriteAccountsAsync(CancellationToken ct)
    {
        var chairs = new List<(string Chair, Role Role, Guid? Unit, Guid? Post)>
        {
            ("clerk", Role.Clerk, null, null), ("reviewer", Role.Reviewer, null, null), ("head", Role.DistrictHead, null, null),
            ("system", Role.SystemAdministrator, null, null), ("security", Role.SecurityAdministrator, null, null), ("audit", Role.AuditAdministrator, null, null),
        };
        chairs.AddRange(_posts.Select(post => ($"leader-{post.Rank}", Role.Leader, (Guid?)null, (Guid?)post.Id)));
        chairs.AddRange(_units.Select(unit => ($"unit-{unit.Rank}", Role.UnitReporter, (Guid?)unit.Id, (Guid?)null)));
        var accounts = chairs.ConvertAll(chair =>
        {
            var name = AccountName(government.Id, chair.Chair);
            return new Account
            {
                GovernmentId = government.Id,
                DisplayName = chair.Chair,
                UserName = name,
                NormalizedUserName = name.ToUpperInvariant(),
                PasswordHash = s_passwordHash,
                PasswordChangedAt = DateTime.UtcNow,
                LockoutEnabled = true,
            };
        });
        await rows.Accounts.WriteAsync(accounts, ct);
        await rows.Positions.WriteAsync(
            chairs.Zip(accounts, (chair, account) => new Position { GovernmentId = government.Id, AccountId = account.Id, Role = chair.Role, UnitId = chair.Unit, PostId = chair.Post }), ct);
        _clerk = accounts[0];
    }

    private async Task WriteYearAsync(int year, ReportingPeriod first, CancellationToken ct)
    {
        var ledger = new Ledger { GovernmentId = government.Id, Year = year, Title = $"{year}年政府工作报告重点工作" };
        if (year < size.Last.Year)
        {
            ledger.Close(new DateTime(year, 12, 31, 8, 0, 0, DateTimeKind.Utc));
        }

        var variant = (government.Id + year) % MadeTexts.Variants;
        var made = Enumerable.Range(0, size.Tasks).Select(index => texts.Of(index, variant)).ToList();
        var sentences = made.Select((one, index) => new SourceSentence
        {
            GovernmentId = government.Id,
            LedgerId = ledger.Id,
            Position = index + 1,
            Heading = $"第{(index / 15) + 1}部分",
            Text = one.Content,
        }).ToList();
        var tasks = made.Select((one, index) => new KeyTask
        {
            GovernmentId = government.Id,
            LedgerId = ledger.Id,
            Number = (index / Posts) + 1,
            Content = one.Content,
            Frequency = one.Frequency,
            PostId = _posts[index % Posts].Id,
            LeadUnitId = _units[index % Units].Id,
            SourceSentenceId = sentences[index].Id,
        }).ToList();
        var reported = new List<Reported>();
        var items = new List<DueItem>();
        var periods = new List<OpenedPeriod>();
        Enter("ledger-opened", nameof(Ledger), ledger.Id, null, new DateTime(year, 1, 2, 1, 0, 0, DateTimeKind.Utc));
        foreach (var month in Enumerable.Range(1, 12).Select(month => new ReportingPeriod(year, month)).Where(month => month >= first && month <= size.Last))
        {
            var opened = new DateTime(month.Year, month.Month, 1, 1, 0, 0, DateTimeKind.Utc);
            periods.Add(new OpenedPeriod { GovernmentId = government.Id, LedgerId = ledger.Id, Month = month, OpenedAt = opened });
            Enter("period-opened", nameof(OpenedPeriod), ledger.Id, null, opened);
            foreach (var (task, index) in tasks.Select((task, index) => (task, index)))
            {
                var item = Due(ledger, task, month);
                items.Add(item);
                if (month <= Earlier(size.Last, size.Open))
                {
                    reported.Add(Report(task, item, made[index].Months[month.Month - 1]));
                }
            }
        }

        await rows.Ledgers.WriteAsync([ledger], ct);
        await rows.Sentences.WriteAsync(sentences, ct);
        await rows.Tasks.WriteAsync(tasks, ct);
        await rows.Responsibilities.WriteAsync(tasks.SelectMany(Parts), ct);
        await rows.Plans.WriteAsync(tasks.SelectMany((task, index) => Plans(task, made[index])), ct);
        await rows.Periods.WriteAsync(periods, ct);
        await rows.Items.WriteAsync(items, ct);
        await rows.Reports.WriteAsync(reported.Select(one => one.Report), ct);
        await rows.Versions.WriteAsync(reported.Select(one => one.Version), ct);
        await rows.Doubts.WriteAsync(reported.SelectMany(one => one.Doubts), ct);
        await rows.Audit.WriteAsync(_audit, ct);
        await rows.Search.WriteAsync([.. tasks.Select(SearchedText.Of), .. reported.Select(one => SearchedText.Of(one.Report, one.Version)), .. reported.SelectMany(one => one.Doubts).Select(SearchedText.Of)], ct);
        _audit.Clear();
    }

    private IEnumerable<Responsibility> Parts(KeyTask task)
    {
        var from = new DateOnly(2010, 1, 1);
        var unit = _units.FindIndex(unit => unit.Id == task.LeadUnitId);
        yield return new Responsibility { GovernmentId = government.Id, TaskId = task.Id, UnitId = task.LeadUnitId, Part = UnitPart.Lead, From = from };
        yield return new Responsibility { GovernmentId = government.Id, TaskId = task.Id, UnitId = _units[(unit + 7) % Units].Id, Part = UnitPart.Supporting, Position = 1, From = from };
    }

    private IEnumerable<PlannedMonth> Plans(KeyTask task, MadeTask made) => made.Months.Select((month, index) => new PlannedMonth
    {
        GovernmentId = government.Id,
        TaskId = task.Id,
        Month = new ReportingPeriod(YearOf(task), index + 1),
        Text = month.Plan,
        ApprovedBy = "区政府常务会议",
    });

    private readonly Dictionary<Guid, int> _years = [];

    private int YearOf(KeyTask task) => _years[task.LedgerId];

    private DueItem Due(Ledger ledger, KeyTask task, ReportingPeriod month)
    {
        _years[ledger.Id] = ledger.Year;
        var spans = ReportingSpan.DueIn(task.Frequency, month);
        var span = spans.Count > 0 ? spans[0] : ReportingSpan.DueIn(ReportingFrequency.Monthly, month)[0];
        return new DueItem
        {
            GovernmentId = government.Id,
            LedgerId = ledger.Id,
            TaskId = task.Id,
            UnitId = task.LeadUnitId,
            PostId = task.PostId,
            Month = month,
            Span = span.Key,
            DueAt = _rules.Due.DueAtUtc(span, _calendar),
            IsVoluntary = spans.Count == 0,
        };
    }

    private Reported Report(KeyTask task, DueItem item, MadeMonth made)
    {
        var (report, version) = ProgressReport.Archive(item, made.Text, made.Findings with { RuleSetId = _rules.Id }, _clerk.Id, item.Deadline);
        item.SubmittedAt = item.Deadline;
        task.KeepLatest(report.Id, item.Deadline);
        var doubts = made.Doubts.Select(doubt => new RaisedDoubt
        {
            GovernmentId = government.Id,
            ReportId = report.Id,
            TaskId = task.Id,
            UnitId = item.UnitId,
            PostId = item.PostId,
            Month = item.Month,
            Key = RaisedDoubt.KeyOf(doubt),
            Code = doubt.Code,
            Strength = doubt.Strength,
            Message = doubt.Message,
            Evidence = [.. doubt.Evidence],
        }).ToList();
        Enter("report-submitted", nameof(ProgressReport), report.Id, Changes(version), item.Deadline);
        return new Reported(report, version, doubts);
    }

    private static string Changes(ReportVersion version) => JsonSerializer.Serialize<object[]>(
        [
            new { row = nameof(ReportVersion), change = "added", key = new { ReportId = version.ReportId.ToString("N"), Submission = "1" }, after = new { version.Progress, PlanMet = version.PlanMet.ToString(), version.Shortfall } },
        ],
        s_json);

    private void Enter(string action, string subject, Guid? subjectId, string? changes, DateTime at)
    {
        var entry = new AuditEntry
        {
            GovernmentId = government.Id,
            Sequence = ++_chain.Sequence,
            At = at,
            AccountId = _clerk.Id,
            AccountName = _clerk.DisplayName,
            Role = nameof(Role.Clerk),
            Action = action,
            Subject = subject,
            SubjectId = subjectId,
            Changes = changes,
            PreviousHash = _chain.Hash,
        };
        entry.Hash = _chain.Hash = entry.ComputeHash();
        _audit.Add(entry);
    }

    private sealed record Reported(ProgressReport Report, ReportVersion Version, List<RaisedDoubt> Doubts);
}
