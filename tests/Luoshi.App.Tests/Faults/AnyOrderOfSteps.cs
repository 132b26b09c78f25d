using CsCheck;
using Luoshi.App.Reporting;
using Luoshi.App.Safety;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Faults;

/// <summary>
/// Whatever people of all roles do, in whatever order and with whatever stale page: what the store lets through is what a model of a few lines lets
/// through, and afterwards both say the same.
/// </summary>
public sealed class AnyOrderOfSteps
{
    private const int Sequences = 25;

    private enum Actor
    {
        Reporter,
        Head,
        OtherUnit,
        Clerk,
        Reviewer,
        Leader,

        /// <summary>A clerk who fills in for the unit as well: the same account as the reporter.</summary>
        ReporterAsClerk,
    }

    private sealed record Step(Actor Actor, ReturnAction Action, bool Stale);

    // Freezing belongs to issuing a material.
    private static readonly ReturnAction[] s_actions = [.. Enum.GetValues<ReturnAction>().Where(action => action != ReturnAction.Freeze)];

    // Steps that carry a return forward are drawn more often, or few would get far.
    private static readonly Step[] s_forward =
    [
        new(Actor.Reporter, ReturnAction.Submit, false),
        new(Actor.Head, ReturnAction.Submit, false),
        new(Actor.Head, ReturnAction.SignOff, false),
        new(Actor.Clerk, ReturnAction.Approve, false),
        new(Actor.Reviewer, ReturnAction.Return, false),
        new(Actor.ReporterAsClerk, ReturnAction.Approve, false),
        new(Actor.Clerk, ReturnAction.Reopen, false),
    ];

    private static readonly Gen<Step> s_step = Gen.Frequency(
        (3, Gen.Select(Gen.Enum<Actor>(), Gen.Int[0, s_actions.Length - 1], Gen.Bool, (actor, action, stale) => new Step(actor, s_actions[action], stale))),
        (4, Gen.Int[0, s_forward.Length - 1].Select(step => s_forward[step])));

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_store_and_the_model_agree(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await store.LookAsync(district.System, async db =>
        {
            (await db.Units.SingleAsync(unit => unit.Id == district.Farming.Id)).SignsOff = true;
            db.Record("unit-changed", "Unit", district.Farming.Id);
            return await db.SaveChangesAsync();
        });
        var items = new Queue<Guid>();
        foreach (var month in Enumerable.Range(1, 12))
        {
            await district.OpenAsync(new ReportingPeriod(2024, month), "新建高标准农田");
        }

        (await store.LookAsync(district.System, db => db.DueItems.Where(item => item.UnitId == district.Farming.Id).OrderBy(item => item.Id).Select(item => item.Id).ToListAsync())).ForEach(items.Enqueue);

        await s_step.Array[4, 14].SampleAsync(
            async steps =>
            {
                // Each goes its own way on an item of its own; when all are used up, enough has been seen.
                if (items.TryDequeue(out var item))
                {
                    await WalkAsync(store, district, item, steps);
                }
            },
            iter: Sequences, threads: 1);

        var examined = await store.AskAsync<ExamineStore, Outcome<IReadOnlyList<Examined>>>(Access.System, examine => examine.ExecuteAsync(new DataFolder(Path.GetTempPath()), CancellationToken.None));
        Assert.DoesNotContain(examined.Value.SelectMany(part => part.Findings), finding => finding.Code != "disk-low");
    }

    private static async Task WalkAsync(Store store, SmallDistrict district, Guid item, Step[] steps)
    {
        var model = new Model();
        foreach (var step in steps)
        {
            store.Clock.Advance(TimeSpan.FromMinutes(7));
            var report = await store.LookAsync(district.System, db => db.ProgressReports.AsNoTracking().SingleOrDefaultAsync(report => report.DueItemId == item));
            var expected = model.Allows(step, report is not null);
            var refusal = await DoAsync(store, district, item, report, step);

            Assert.True(expected == refusal is null, $"{step} on {model}: the model says {expected}, the store {refusal?.Code ?? "yes"}.");
            if (expected)
            {
                model.Do(step);
            }

            var after = await store.LookAsync(district.System, db => db.ProgressReports.AsNoTracking().SingleOrDefaultAsync(report => report.DueItemId == item));
            var versions = await store.LookAsync(district.System, db => db.ReportVersions.CountAsync(version => after != null && version.ReportId == after.Id));
            Assert.Equal((model.Status, model.Submissions, model.Submissions), (after?.Status ?? ReturnStatus.Draft, after?.Submissions ?? 0, versions));
        }
    }

    private static async Task<Refusal?> DoAsync(Store store, SmallDistrict district, Guid item, ProgressReport? report, Step step)
    {
        var access = step.Actor switch
        {
            Actor.Reporter => district.FarmingReporter,
            Actor.Head => district.FarmingHead,
            Actor.OtherUnit => district.HousingReporter,
            Actor.Clerk => district.Clerk,
            Actor.Reviewer => district.Reviewer,
            Actor.Leader => district.Leader,
            Actor.ReporterAsClerk => district.Clerk with { AccountId = district.FarmingReporter.AccountId },
        };
        var id = report?.Id ?? Guid.Empty;
        var version = (report?.Version ?? 0) - (step.Stale ? 1 : 0);
        var text = new ReportText($"累计建成高标准农田{Random.Shared.Next(100, 6000)}亩，{Guid.NewGuid():N}。", true, null);
        var tomorrow = store.Clock.GetUtcNow().UtcDateTime.AddDays(1);
        return step.Action switch
        {
            ReturnAction.Save => (await store.AskAsync<SaveDraft, Outcome<ReportStand>>(access, save => save.ExecuteAsync(item, version, text, CancellationToken.None))).Refusal,
            ReturnAction.Submit => (await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(access, submit => submit.ExecuteAsync(item, version, text, CancellationToken.None))).Refusal,
            ReturnAction.SignOff => (await store.AskAsync<SignOffReport, Outcome<ReportStand>>(access, signOff => signOff.ExecuteAsync(id, version, CancellationToken.None))).Refusal,
            ReturnAction.RejectSignOff => (await store.AskAsync<RejectSignOff, Outcome<ReportStand>>(access, reject => reject.ExecuteAsync(id, version, "数字请核实。", CancellationToken.None))).Refusal,
            ReturnAction.Withdraw => (await store.AskAsync<WithdrawReport, Outcome<ReportStand>>(access, withdraw => withdraw.ExecuteAsync(id, version, CancellationToken.None))).Refusal,
            ReturnAction.Return => (await store.AskAsync<ReturnReport, Outcome<ReportStand>>(access, giveBack => giveBack.ExecuteAsync(id, version, "请写明差距。", tomorrow, null, CancellationToken.None))).Refusal,
            ReturnAction.Approve => (await store.AskAsync<ApproveReport, Outcome<ReportStand>>(access, approve => approve.ExecuteAsync(id, version, Judgement.Accepted, "已核对现场台账。", CancellationToken.None))).Refusal,
            ReturnAction.Reopen => (await store.AskAsync<ReopenReport, Outcome<ReportStand>>(access, reopen => reopen.ExecuteAsync(id, version, "数据有误。", tomorrow, CancellationToken.None))).Refusal,
            ReturnAction.Freeze => throw new InvalidOperationException("Freezing is not drawn."),
        };
    }

    /// <summary>The life of a return, said a second time and in other words than the program's.</summary>
    private sealed record Model
    {
        private readonly HashSet<Actor> _authors = [];

        public ReturnStatus Status { get; private set; }

        public int Submissions { get; private set; }

        public bool Allows(Step step, bool begun)
        {
            var ofUnit = step.Actor is Actor.Reporter or Actor.Head;
            var ofOffice = step.Actor is Actor.Clerk or Actor.Reviewer or Actor.ReporterAsClerk;
            var withUnit = Status is ReturnStatus.Draft or ReturnStatus.Returned;
            var may = step.Action switch
            {
                ReturnAction.Save or ReturnAction.Submit => ofUnit && withUnit,
                ReturnAction.SignOff or ReturnAction.RejectSignOff => step.Actor == Actor.Head && Status == ReturnStatus.AwaitingSignOff,
                ReturnAction.Withdraw => ofUnit && Status is (ReturnStatus.AwaitingSignOff or ReturnStatus.InReview),
                ReturnAction.Return or ReturnAction.Approve => ofOffice && Status == ReturnStatus.InReview && !(step.Actor == Actor.ReporterAsClerk && _authors.Contains(Actor.Reporter)),
                _ => ofOffice && Status == ReturnStatus.Approved,
            };
            return may && !step.Stale && (begun || step.Action is ReturnAction.Save or ReturnAction.Submit);
        }

        public void Do(Step step)
        {
            switch (step.Action)
            {
                case ReturnAction.Save:
                    _authors.Clear();
                    _authors.Add(step.Actor);
                    break;
                case ReturnAction.Submit:
                    Submissions++;
                    _authors.Clear();
                    _authors.Add(step.Actor);
                    Status = step.Actor == Actor.Head ? ReturnStatus.InReview : ReturnStatus.AwaitingSignOff;
                    break;
                case ReturnAction.SignOff:
                    _authors.Add(Actor.Head);
                    Status = ReturnStatus.InReview;
                    break;
                case ReturnAction.Withdraw or ReturnAction.RejectSignOff:
                    Status = ReturnStatus.Draft;
                    break;
                case ReturnAction.Return or ReturnAction.Reopen:
                    Status = ReturnStatus.Returned;
                    break;
                case ReturnAction.Approve:
                    Status = ReturnStatus.Approved;
                    break;
            }
        }
    }
}
