using System.Data.Common;
using System.Globalization;
using Luoshi.App.Data;
using Luoshi.App.Searching;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Luoshi.Core.Searching;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Luoshi.Load;

/// <summary>What can be found in the made texts: the entries, and the words of each in the database's own index.</summary>
internal sealed class SearchRows(LuoshiDb db)
{
    private readonly BulkTable<SearchEntry> _entries = new(db);
    private readonly DbConnection _connection = db.Database.GetDbConnection();
    private SqliteCommand? _insert;
    private long _lastId;

    public long Written => _entries.Written;

    public SearchEntry Of(KeyTask task) => Entry(SearchKind.Task, task.GovernmentId, task.Id, task.Id, task.LeadUnitId, task.PostId, null, task.Content);

    public SearchEntry Of(ProgressReport report) =>
        Entry(SearchKind.Report, report.GovernmentId, report.Id, report.TaskId, report.UnitId, report.PostId, report.Month, string.Join('\n', report.Progress, report.Shortfall));

    public SearchEntry Of(RaisedDoubt doubt) => Entry(SearchKind.Doubt, doubt.GovernmentId, doubt.Id, doubt.TaskId, doubt.UnitId, doubt.PostId, doubt.Month, doubt.Message);

    public async Task WriteAsync(IReadOnlyList<SearchEntry> entries, CancellationToken ct)
    {
        await _entries.WriteAsync(entries, ct);
        if (_connection is NpgsqlConnection postgres)
        {
            foreach (var part in entries.Chunk(2_000))
            {
                await using var insert = new NpgsqlCommand("INSERT INTO search_grams (government_id, id, grams) SELECT g, i, v::tsvector FROM unnest(@g, @i, @v) AS added (g, i, v)", postgres);
                insert.Parameters.AddWithValue("g", part.Select(entry => entry.GovernmentId).ToArray());
                insert.Parameters.AddWithValue("i", part.Select(entry => entry.Id).ToArray());
                insert.Parameters.AddWithValue("v", part.Select(entry => string.Join(' ', Grams(entry).Select((gram, index) => string.Create(CultureInfo.InvariantCulture, $"{gram}:{index + 1}")))).ToArray());
                await insert.ExecuteNonQueryAsync(ct);
            }

            return;
        }

        var command = _insert ??= Prepare((SqliteConnection)_connection);
        foreach (var entry in entries)
        {
            command.Parameters[0].Value = entry.Id;
            command.Parameters[1].Value = string.Join(' ', Grams(entry));
            command.ExecuteNonQuery();
        }
    }

    private static IReadOnlyList<string> Grams(SearchEntry entry) => SearchGrams.Of(entry.GovernmentId, entry.Folded);

    private static SqliteCommand Prepare(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO search_grams (rowid, grams) VALUES (@id, @grams)";
        command.Parameters.Add("@id", SqliteType.Integer);
        command.Parameters.Add("@grams", SqliteType.Text);
        command.Prepare();
        return command;
    }

    // The made texts are short: each is one piece.
    private SearchEntry Entry(SearchKind kind, int governmentId, Guid subjectId, Guid taskId, Guid unitId, Guid postId, ReportingPeriod? month, string text) => new()
    {
        GovernmentId = governmentId,
        Id = ++_lastId,
        Kind = kind,
        SubjectId = subjectId,
        TaskId = taskId,
        UnitId = unitId,
        PostId = postId,
        Month = month,
        Folded = FoldedText.Of(text).Folded,
    };
}
