using System.Text.Json;
using Luoshi.App.Calendars;
using Luoshi.App.Checks;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>立户 — a government with its rules and its calendar. Done by the program itself: at set-up, by the demo, from the command line.</summary>
public sealed class CreateGovernment(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The government; <c>government-name-missing</c>, <c>government-exists</c>.</returns>
    public async Task<Outcome<Government>> ExecuteAsync(string name, int? parentId, CancellationToken ct)
    {
        name = name.Trim();
        if (name.Length is 0 or > 100)
        {
            return new Refusal("government-name-missing", "请填写本级政府的全称，例如“青岚区人民政府”，不超过100字。");
        }

        if (await db.Governments.AnyAsync(other => other.Name == name, ct))
        {
            return new Refusal("government-exists", $"{name}已经在系统里。");
        }

        var government = new Government { Id = (await db.Governments.MaxAsync(other => (int?)other.Id, ct) ?? 0) + 1, Name = name, ParentId = parentId };
        db.Add(government);
        db.Add(new RuleSet
        {
            GovernmentId = government.Id,
            From = clock.GetUtcNow().UtcDateTime,
            CheckSettings = JsonSerializer.Serialize(CheckSettingsFile.BuiltIn, Json.Options),
            DueRules = JsonSerializer.Serialize(new DueRules(), Json.Options),
        });
        foreach (var day in StatutoryDays.Days)
        {
            db.Add(new OfficeDay { GovernmentId = government.Id, Day = day.Day, Kind = day.Kind, Name = day.Name });
        }

        db.Record(government.Id, "government-created", nameof(Government), null);
        await db.SaveChangesAsync(ct);
        return government;
    }
}
