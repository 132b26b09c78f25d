using System.Globalization;
using System.Text;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Auditing;

/// <summary>导出审计 — as CSV, row by row, oldest first, with the hashes that prove it. The export is in the audit itself.</summary>
public sealed class ExportAudit(LuoshiDb db)
{
    private static readonly string[] s_header = ["序号", "时间（北京）", "姓名", "角色", "来源地址", "请求编号", "操作", "对象", "对象编号", "理由", "改动", "上一条哈希", "哈希"];

    /// <param name="filter">What goes out.</param>
    /// <param name="begin">Gives the stream to write to; not asked when it is refused.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when written; <c>forbidden</c>.</returns>
    public async Task<Refusal?> ExecuteAsync(AuditFilter filter, Func<Stream> begin, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ReadAudit) is { } refusal)
        {
            return refusal;
        }

        db.Record("audit-exported", nameof(AuditEntry), null);
        await db.SaveChangesAsync(ct);

        // With the mark that makes Excel and WPS read it as UTF-8.
        await using var text = new StreamWriter(begin(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync(string.Join(',', s_header));
        await foreach (var entry in SearchAudit.Of(db, filter).OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            await text.WriteLineAsync(string.Join(',', FieldsOf(entry).Select(Cell)));
        }

        return null;
    }

    /// <summary>The anchors of the government, a line each, to be kept elsewhere.</summary>
    /// <returns>The text; <c>forbidden</c>.</returns>
    public async Task<Outcome<string>> AnchorsAsync(CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ReadAudit) is { } refusal)
        {
            return refusal;
        }

        var lines = new StringBuilder();
        await foreach (var anchor in db.AuditAnchors.AsNoTracking().OrderBy(anchor => anchor.GovernmentId).ThenBy(anchor => anchor.Day).AsAsyncEnumerable().WithCancellation(ct))
        {
            lines.Append(anchor).Append('\n');
        }

        return lines.ToString();
    }

    private static string?[] FieldsOf(AuditEntry entry) =>
    [
        entry.Sequence.ToString(CultureInfo.InvariantCulture),
        TimeZoneInfo.ConvertTimeFromUtc(entry.At, BeijingTime.Zone).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
        entry.AccountName,
        entry.Role,
        entry.Address,
        entry.RequestId,
        entry.Action,
        entry.Subject,
        entry.SubjectId?.ToString("N"),
        entry.Reason,
        entry.Changes,
        Convert.ToHexStringLower(entry.PreviousHash),
        Convert.ToHexStringLower(entry.Hash),
    ];

    // What begins like a formula would be one in a spreadsheet: somebody else's name must not run on the auditor's machine.
    private static string Cell(string? value)
    {
        var safe = value is { Length: > 0 } && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value ?? "";
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
