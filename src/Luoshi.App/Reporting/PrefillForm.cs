using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Calendars;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Reporting;

/// <summary>A file to be handed out, with the name it is saved by.</summary>
public sealed record NamedFile(string Name, byte[] Content);

/// <summary>下载填报表 — the newest month's sheet as a workbook, filled in as far as it is known, to be filled and sent back.</summary>
public sealed class PrefillForm(LuoshiDb db, ReadSheet read)
{
    /// <returns>The workbook; <c>forbidden</c>, <c>nothing-to-fill</c>.</returns>
    public async Task<Outcome<NamedFile>> ExecuteAsync(CancellationToken ct)
    {
        var outcome = await read.ExecuteAsync(null, ct);
        if (outcome.Refusal is { } refusal)
        {
            return refusal;
        }

        var items = outcome.Value.Items.Where(item => item.IsOpen).ToList();
        if (outcome.Value.Month is not { } month || items.Count == 0)
        {
            return new Refusal("nothing-to-fill", "本月没有还要填的事项，不用下载填报表。");
        }

        var unit = await db.Units.AsNoTracking().SingleAsync(unit => unit.Id == db.Access.UnitId, ct);
        var due = TimeZoneInfo.ConvertTimeFromUtc(items.Min(item => item.Deadline), BeijingTime.Zone);
        var form = new UnitForm
        {
            Government = await db.Governments.Where(government => government.Id == db.Access.GovernmentId).Select(government => government.Name).SingleAsync(ct),
            UnitName = unit.DisplayName,
            FormId = Guid.CreateVersion7(),
            Period = month,
            DueText = due.Minute == 0 ? $"{due:yyyy年M月d日H时}" : $"{due:yyyy年M月d日H时mm分}",
            Rows = items.ConvertAll(Row),
        };
        return new NamedFile($"{unit.DisplayName}{month.Month}月填报表.xlsx", UnitFormXlsx.Write(form));
    }

    private static UnitFormRow Row(SheetItem item) => new()
    {
        ItemKey = item.Item.Id.ToString("N"),
        Version = item.Version,
        Voluntary = item.Item.IsVoluntary,
        Number = item.Task.Number,
        Leader = item.Leader,
        Frequency = ReportingFrequencyText.Name(item.Task.Frequency),
        Content = item.Task.Content,
        MonthlyPlan = item.Plan,
        LastProgress = item.Last?.Text,
        LastPeriod = item.Last is { } last ? last.Month.InWords() : null,
        Progress = item.Text.Progress,
        PlanMet = item.Text.PlanMet,
        Shortfall = item.Text.Shortfall,
    };
}
