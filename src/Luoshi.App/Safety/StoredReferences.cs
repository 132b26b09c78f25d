using System.Globalization;
using Luoshi.App.Accounts;
using Luoshi.App.Data;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Luoshi.App.Safety;

/// <summary>Whether every row that is pointed at is there: what the database itself keeps, and what only its name tells.</summary>
internal static class StoredReferences
{
    // Rows of the past point at these without a constraint, which would cost on every write.
    private static readonly Dictionary<string, Type> s_byName = new()
    {
        [nameof(DueItem.LedgerId)] = typeof(Ledger),
        [nameof(DueItem.TaskId)] = typeof(KeyTask),
        [nameof(DueItem.UnitId)] = typeof(Unit),
        [nameof(DueItem.PostId)] = typeof(LeaderPost),
        [nameof(KeyTask.LeadUnitId)] = typeof(Unit),
        [nameof(KeyTask.ParentId)] = typeof(KeyTask),
        [nameof(KeyTask.SourceSentenceId)] = typeof(SourceSentence),
        [nameof(KeyTask.CarriedFromId)] = typeof(KeyTask),
        [nameof(KeyTask.LatestReportId)] = typeof(ProgressReport),
        [nameof(ProgressReport.DueItemId)] = typeof(DueItem),
        [nameof(ProgressReport.RuleSetId)] = typeof(RuleSet),
        [nameof(ReportVersion.ReportId)] = typeof(ProgressReport),
        [nameof(Session.PositionId)] = typeof(Position),
    };

    public static async Task<IReadOnlyList<Finding>> ExamineAsync(LuoshiDb db, Snapshot snapshot, CancellationToken ct)
    {
        var findings = new List<Finding>();
        foreach (var reference in References(db.Model).DistinctBy(reference => reference.Sql))
        {
            await using var command = snapshot.Connection.CreateCommand();
            command.CommandText = reference.Sql;
            command.CommandTimeout = 0;
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (findings.Count < Examined.Most && await reader.ReadAsync(ct))
            {
                var key = string.Join('/', Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column))));
                findings.Add(new Finding("reference-broken", $"{reference.Table} {key}", $"表 {reference.Table} 的 {reference.Column} 指向 {reference.Target} 里没有的行。请从备份恢复，或联系维护人员。"));
            }
        }

        return findings;
    }

    private static IEnumerable<Reference> References(IModel model)
    {
        foreach (var type in model.GetEntityTypes().Where(type => type.GetTableName() is not null))
        {
            foreach (var key in type.GetForeignKeys())
            {
                yield return Reference.Of(type, key.Properties, key.PrincipalEntityType, key.PrincipalKey.Properties);
            }

            foreach (var property in type.GetProperties().Where(property => s_byName.ContainsKey(property.Name)))
            {
                if (type.FindProperty("GovernmentId") is { } government
                    && model.FindEntityType(s_byName[property.Name]) is { } target
                    && target.FindPrimaryKey()!.Properties is [{ Name: "GovernmentId" }, _] targetKey
                    && (type.ClrType != typeof(Government) || property.Name != nameof(Government.ParentId)))
                {
                    yield return Reference.Of(type, [government, property], target, targetKey);
                }
            }
        }
    }

    private static string Text(object value) => value switch
    {
        byte[] { Length: 16 } id => new Guid(id, bigEndian: true).ToString(),
        byte[] bytes => Convert.ToHexStringLower(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private sealed record Reference(string Table, string Column, string Target, string Sql)
    {
        public static Reference Of(IEntityType type, IReadOnlyList<IProperty> from, IEntityType target, IReadOnlyList<IProperty> to)
        {
            var (table, targetTable) = (type.GetTableName()!, target.GetTableName()!);
            var columns = from.Select(NameOf).ToList();
            var key = type.FindPrimaryKey()!.Properties.Select(property => $"a.\"{NameOf(property)}\"");
            var same = columns.Zip(to.Select(NameOf), (left, right) => $"b.\"{right}\" = a.\"{left}\"");
            var named = columns.Select(column => $"a.\"{column}\" IS NOT NULL");
            var sql = $"SELECT {string.Join(", ", key)} FROM \"{table}\" a WHERE {string.Join(" AND ", named)} AND NOT EXISTS (SELECT 1 FROM \"{targetTable}\" b WHERE {string.Join(" AND ", same)}) LIMIT {Examined.Most}";
            return new Reference(table, columns[^1], targetTable, sql);
        }

        private static string NameOf(IProperty property) => property.GetColumnName(StoreObjectIdentifier.Table(property.DeclaringType.GetTableName()!, property.DeclaringType.GetSchema()))!;
    }
}
