using Luoshi.App.Accounts;
using Luoshi.App.Meetings;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Tests.Meetings;

/// <summary>A month from the opened period to the issued material, and what happens to it afterwards.</summary>
public sealed class CompilingFromTheLedger
{
    private static readonly ReportingPeriod July = new(2024, 7);
    private static readonly MaterialChoice ApprovedOnly = new(ApprovedOnly: true, LastValues: false);
    private static readonly ReportText Farmland = new("截至7月22日，累计建成高标准农田3600亩。", true, null);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_whole_month_ends_in_a_material_that_a_later_change_does_not_reach(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var report = await ApprovedAsync(district, Farmland);

        var issued = await IssuedAsync(district);
        var before = await DocumentAsync(store, district.Clerk, issued.Id);
        await ReopenAsync(district, report);
        var after = await DocumentAsync(store, district.Clerk, issued.Id);

        Assert.Equal(before, after);
        Assert.Equal(ReturnStatus.Returned, await store.LookAsync(district.Clerk, db => db.ProgressReports.Select(row => row.Status).SingleAsync()));
        var corrected = await CompileAsync(district, ApprovedOnly, "区农业农村局更正数字");
        Assert.Equal((2, issued.Id), (corrected.Value.Edition, corrected.Value.SupersedesId));
        Assert.Equal(ReturnState.Pending, (await PrintedAsync(store, district.Clerk, corrected.Value.Id))!.Printed.Rows.Single(row => row.Task.Content.StartsWith("新建高标准农田", StringComparison.Ordinal)).Return);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task An_issued_document_is_made_again_byte_for_byte_from_its_snapshot(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ApprovedAsync(district, Farmland);

        var issued = await IssuedAsync(district);
        var again = (await PrintedAsync(store, district.Clerk, issued.Id))!.Docx();

        Assert.Equal(issued.ContentHash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(again)));
        Assert.Equal(await store.LookAsync(district.Clerk, db => db.MaterialPapers.Select(paper => paper.Document).SingleAsync()), again);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Read_back_the_document_gives_the_rows_of_the_ledger(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ApprovedAsync(district, Farmland);
        var compiled = (await CompileAsync(district, ApprovedOnly)).Value;

        var read = DocumentReader.Read(await DocumentAsync(store, district.Clerk, compiled.Id), "材料.docx", ReadLimits.Local).Value;

        Assert.Equal(July, read.Period);
        Assert.Equal(
            [("副区长", 1, "新建高标准农田6000亩。", Farmland.Progress), ("副区长", 2, "创建示范村4个。", "未报送（本月非报送期）"), ("常务副区长", 1, "改造老旧小区24个。", "未报送")],
            read.Tasks.Select(task => (task.Leader!.Title!, task.Number!.Value, task.Content, task.Progress)).Order());
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Issuing_freezes_the_returns_in_it(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ApprovedAsync(district, Farmland);

        await IssuedAsync(district);

        Assert.Equal(ReturnStatus.Frozen, await store.LookAsync(district.Clerk, db => db.ProgressReports.Select(row => row.Status).SingleAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task What_waits_for_review_is_printed_only_when_asked_for_and_never_issued(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await SubmittedAsync(district, Farmland);

        var without = (await CompileAsync(district, ApprovedOnly)).Value;
        var with = (await CompileAsync(district, ApprovedOnly with { ApprovedOnly = false })).Value;
        var checkedOne = (await CheckAsync(district, with)).Value;
        var issue = await IssueAsync(district.Clerk, store, checkedOne);

        Assert.Equal((1, 0), (without.Pending, with.Pending));
        Assert.Equal("material-outdated", issue.Refusal?.Code);
        Assert.Contains("待审", issue.Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_task_that_is_not_due_shows_what_was_said_last_with_its_month(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ApprovedAsync(district, new("二季度创建示范村2个。", true, null), new ReportingPeriod(2024, 6), "创建示范村");
        await district.OpenAsync(July, "新建高标准农田");

        var compiled = (await CompileAsync(district, ApprovedOnly with { LastValues = true })).Value;

        var row = (await PrintedAsync(store, district.Clerk, compiled.Id))!.Printed.Rows.Single(row => row.Task.Content.StartsWith("创建示范村", StringComparison.Ordinal));
        Assert.Equal("（本月非报送期，以下为6月报送情况）\n二季度创建示范村2个。", MaterialWording.Progress(row));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Checking_writes_the_sheet_of_doubts(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ApprovedAsync(district, new("累计建成高标准农田1200亩。", true, null));

        var compiled = (await CompileAsync(district, ApprovedOnly)).Value;
        var found = (await CheckAsync(district, compiled)).Value;

        Assert.Equal((MaterialState.Checked, 1), (found.State, found.StrongDoubts));
        var sheet = await store.LookAsync(district.Clerk, db => db.MaterialPapers.Select(paper => paper.Doubts).SingleAsync());
        Assert.Contains(sheet!.Sections.SelectMany(section => section.Lines), line => line.Question.Contains("6000", StringComparison.Ordinal));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Without_a_check_nothing_is_issued(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ApprovedAsync(district, Farmland);
        var compiled = (await CompileAsync(district, ApprovedOnly)).Value;

        var issue = await IssueAsync(district.Clerk, store, compiled);

        Assert.Equal("material-not-checked", issue.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_month_that_is_issued_is_corrected_only_with_a_reason(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ApprovedAsync(district, Farmland);
        await IssuedAsync(district);

        var again = await CompileAsync(district, ApprovedOnly);

        Assert.Equal("correction-unexplained", again.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Within_a_day_it_is_called_back_with_a_reason_and_the_leaders_are_told(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        var leader = await AccountAsync(district, "fenguan", Role.Leader, district.Posts[0].Id);
        await ApprovedAsync(district, Farmland);
        var issued = await IssuedAsync(district);

        store.Clock.Advance(TimeSpan.FromHours(23));
        var recalled = await RecallAsync(district, issued, "有一项数字待核");

        Assert.Equal(MaterialState.Recalled, recalled.Value.State);
        Assert.Equal(
            ["2024年7月办公会议材料（第1稿）已印发。", "2024年7月办公会议材料（第1稿）已收回：有一项数字待核"],
            await store.LookAsync(leader, db => db.Notices.OrderBy(notice => notice.At).Select(notice => notice.Text).ToListAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task After_a_day_it_is_not_called_back(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ApprovedAsync(district, Farmland);
        var issued = await IssuedAsync(district);

        store.Clock.Advance(TimeSpan.FromHours(25));
        var recalled = await RecallAsync(district, issued, "有一项数字待核");

        Assert.Equal("recall-too-late", recalled.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_leader_reads_the_own_section_once_it_is_issued(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ApprovedAsync(district, Farmland);
        var compiled = (await CompileAsync(district, ApprovedOnly)).Value;
        var before = await PrintedAsync(store, district.Leader, compiled.Id);
        await IssueAsync(district.Clerk, store, (await CheckAsync(district, compiled)).Value);

        var after = await PrintedAsync(store, district.Leader, compiled.Id);

        Assert.Null(before);
        Assert.Equal([district.Posts[0].Id], after!.Sections.Select(section => section.PostId));
        Assert.False(await store.LookAsync(district.Leader, db => db.MaterialPapers.AnyAsync()));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_district_head_reads_the_whole_and_a_unit_none(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ApprovedAsync(district, Farmland);
        var issued = await IssuedAsync(district);

        var head = await PrintedAsync(store, district.Person(Role.DistrictHead), issued.Id);
        var unit = await PrintedAsync(store, district.FarmingReporter, issued.Id);

        Assert.Equal(2, head!.Sections.Count);
        Assert.Null(unit);
    }

    [Theory]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.UnitReporter)]
    [InlineData(Role.Leader)]
    [InlineData(Role.DistrictHead)]
    [InlineData(Role.SystemAdministrator)]
    public async Task Nobody_but_the_clerk_compiles_or_issues(Role role)
    {
        await using var store = await Store.CreateAsync("sqlite");
        var district = await SmallDistrict.CreateAsync(store);
        await ApprovedAsync(district, Farmland);
        var person = district.Person(role, district.Farming.Id, district.Posts[0].Id);

        var compile = await store.AskAsync<CompileFromLedger, Outcome<Material>>(person, operation => operation.ExecuteAsync(new(July, ApprovedOnly), CancellationToken.None));
        var issue = await store.AskAsync<IssueMaterial, Outcome<Material>>(person, operation => operation.ExecuteAsync(Guid.NewGuid(), 1, CancellationToken.None));

        Assert.Equal("forbidden", compile.Refusal?.Code);
        Assert.Equal("forbidden", issue.Refusal?.Code);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_audit_proves_which_document_was_issued_and_does_not_hold_it(string database)
    {
        await using var store = await Store.CreateAsync(database);
        var district = await SmallDistrict.CreateAsync(store);
        await ApprovedAsync(district, Farmland);
        var issued = await IssuedAsync(district);

        var entry = await store.LookAsync(district.System, db => db.AuditEntries.SingleAsync(entry => entry.Action == "material-issued"));

        Assert.Contains($"sha256:{issued.ContentHash}", entry.Changes, StringComparison.Ordinal);
        Assert.True(entry.Changes!.Length < 4000, entry.Changes);
    }

    private static Task<ReportStand> SubmittedAsync(SmallDistrict district, ReportText text) => SubmittedAsync(district, text, July, "新建高标准农田");

    private static async Task<ReportStand> SubmittedAsync(SmallDistrict district, ReportText text, ReportingPeriod month, string content)
    {
        var item = await district.OpenAsync(month, content);
        return (await district.Store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(
            district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, text, CancellationToken.None))).Value.Stand;
    }

    private static Task<ReportStand> ApprovedAsync(SmallDistrict district, ReportText text) => ApprovedAsync(district, text, July, "新建高标准农田");

    private static async Task<ReportStand> ApprovedAsync(SmallDistrict district, ReportText text, ReportingPeriod month, string content)
    {
        var submitted = await SubmittedAsync(district, text, month, content);
        return (await district.Store.AskAsync<ApproveReport, Outcome<ReportStand>>(
            district.Clerk, approve => approve.ExecuteAsync(submitted.ReportId, submitted.Version, Judgement.Accepted, "经电话核实，情况属实。", CancellationToken.None))).Value;
    }

    private static async Task ReopenAsync(SmallDistrict district, ReportStand approved)
    {
        var reopened = await district.Store.AskAsync<ReopenReport, Outcome<ReportStand>>(
            district.Clerk, reopen => reopen.ExecuteAsync(approved.ReportId, approved.Version + 1, "数字有误", new DateTime(2024, 7, 30, 9, 0, 0, DateTimeKind.Utc), CancellationToken.None));
        Assert.Null(reopened.Refusal);
    }

    private static async Task<Material> IssuedAsync(SmallDistrict district)
    {
        var compiled = (await CompileAsync(district, ApprovedOnly)).Value;
        return (await IssueAsync(district.Clerk, district.Store, (await CheckAsync(district, compiled)).Value)).Value;
    }

    private static Task<Outcome<Material>> CompileAsync(SmallDistrict district, MaterialChoice choice, string? correction = null) =>
        district.Store.AskAsync<CompileFromLedger, Outcome<Material>>(
            district.Clerk, compile => compile.ExecuteAsync(new(July, choice, Correction: correction), CancellationToken.None));

    private static Task<Outcome<Material>> CheckAsync(SmallDistrict district, Material material) => district.Store.AskAsync<CheckMaterial, Outcome<Material>>(
        district.Clerk, check => check.ExecuteAsync(material.Id, material.Version, CancellationToken.None));

    private static Task<Outcome<Material>> IssueAsync(Access access, Store store, Material material) => store.AskAsync<IssueMaterial, Outcome<Material>>(
        access, issue => issue.ExecuteAsync(material.Id, material.Version, CancellationToken.None));

    private static Task<Outcome<Material>> RecallAsync(SmallDistrict district, Material material, string reason) => district.Store.AskAsync<RecallMaterial, Outcome<Material>>(
        district.Clerk, recall => recall.ExecuteAsync(material.Id, material.Version, reason, CancellationToken.None));

    private static Task<PrintedMaterial?> PrintedAsync(Store store, Access access, Guid materialId) =>
        store.LookAsync(access, db => PrintedMaterial.LoadAsync(db, materialId, CancellationToken.None));

    private static async Task<byte[]> DocumentAsync(Store store, Access access, Guid materialId) => (await PrintedAsync(store, access, materialId))!.Docx();

    private static async Task<Access> AccountAsync(SmallDistrict district, string name, Role role, Guid postId)
    {
        var account = (await district.Store.AskAsync<CreateAccount, Outcome<AccountCreated>>(
            Access.System, create => create.ExecuteAsync(district.GovernmentId, name, role.Name(), CancellationToken.None))).Value;
        await district.Store.AskAsync<GrantRole, Outcome<Position>>(Access.System, grant => grant.ExecuteAsync(account.Id, role, null, postId, CancellationToken.None));
        return district.Person(role, postId: postId) with { AccountId = account.Id };
    }
}
