using System.Diagnostics;
using System.Globalization;
using Luoshi.App;
using Luoshi.App.Accounts;
using Luoshi.App.Auditing;
using Luoshi.App.Checks;
using Luoshi.App.Data;
using Luoshi.App.Ledgers;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Load;

/// <summary>How much is to be made: every month reported on, and further ones opened that wait for the returns of the load.</summary>
internal sealed record FillSize(int Governments, int Tasks, int Months, int Open, ReportingPeriod Last);

/// <summary>Fills an empty store with governments, their years and every return on every task of every month, and an account for every chair.</summary>
internal static class Fill
{
    private static readonly string[] s_firstWords = ["青", "云", "白", "东", "南", "长", "石", "清", "安", "永"];
    private static readonly string[] s_secondWords = ["岚", "溪", "川", "湖", "港", "宁", "山", "河", "丰", "和"];

    public static async Task RunAsync(DatabaseChoice database, FillSize size, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddLogging().AddLuoshi(database).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
        await db.Database.MigrateAsync(ct);
        db.ActAs(Access.System);
        var create = scope.ServiceProvider.GetRequiredService<CreateGovernment>();
        var texts = new MadeTexts(CheckSettingsFile.BuiltIn);
        var clock = Stopwatch.StartNew();
        foreach (var task in Enumerable.Range(0, size.Tasks))
        {
            foreach (var variant in Enumerable.Range(0, MadeTexts.Variants))
            {
                texts.Of(task, variant);
            }
        }

        Console.WriteLine($"{size.Tasks * MadeTexts.Variants * 12} texts made and examined in {clock.Elapsed.TotalSeconds:F0} s");
        clock.Restart();
        var governments = new List<Government>();
        for (var number = 0; number < size.Governments; number++)
        {
            var name = s_firstWords[number / 10 % 10] + s_secondWords[number % 10] + (number >= 100 ? (number / 100).ToString(CultureInfo.InvariantCulture) : "") + "区人民政府";
            governments.Add((await create.ExecuteAsync(name, null, ct)).Value);
        }

        // Nobody else writes from here on: what operations write goes over a connection that is not this one.
        db.ChangeTracker.Clear();
        await db.Database.OpenConnectionAsync(ct);
        await SqlAsync(database.IsPostgres ? "SET session_replication_role = replica" : "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000");
        var rows = new FillTables(db);
        foreach (var government in governments)
        {
            await SqlAsync("BEGIN");
            await new MadeGovernment(db, rows, texts, size, government).WriteAsync(ct);
            await SqlAsync("COMMIT");
            Console.WriteLine($"{government.Id} governments, {rows.Written:N0} rows, {rows.Written / clock.Elapsed.TotalSeconds:N0} rows/s");
        }

        await SqlAsync(database.IsPostgres ? "ANALYZE" : "PRAGMA wal_checkpoint(TRUNCATE)");

        async Task SqlAsync(string sql) => await db.Database.ExecuteSqlRawAsync(sql, ct);
    }
}

/// <summary>The tables that are written in bulk.</summary>
internal sealed class FillTables(LuoshiDb db)
{
    public BulkTable<Unit> Units { get; } = new(db);

    public BulkTable<LeaderPost> Posts { get; } = new(db);

    public BulkTable<Account> Accounts { get; } = new(db);

    public BulkTable<Position> Positions { get; } = new(db);

    public BulkTable<Ledger> Ledgers { get; } = new(db);

    public BulkTable<SourceSentence> Sentences { get; } = new(db);

    public BulkTable<KeyTask> Tasks { get; } = new(db);

    public BulkTable<Responsibility> Responsibilities { get; } = new(db);

    public BulkTable<PlannedMonth> Plans { get; } = new(db);

    public BulkTable<OpenedPeriod> Periods { get; } = new(db);

    public BulkTable<DueItem> Items { get; } = new(db);

    public BulkTable<ProgressReport> Reports { get; } = new(db);

    public BulkTable<ReportVersion> Versions { get; } = new(db);

    public BulkTable<RaisedDoubt> Doubts { get; } = new(db);

    public BulkTable<AuditEntry> Audit { get; } = new(db);

    public SearchRows Search { get; } = new(db);

    public long Written => Units.Written + Posts.Written + Accounts.Written + Positions.Written + Ledgers.Written + Sentences.Written + Tasks.Written + Responsibilities.Written
        + Plans.Written + Periods.Written + Items.Written + Reports.Written + Versions.Written + Doubts.Written + Audit.Written + Search.Written;
}
