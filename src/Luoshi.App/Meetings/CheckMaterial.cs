using Luoshi.App.Data;
using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reading;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Meetings;

/// <summary>核对 — the whole material is examined, row against row and against last month; what is found is kept as the internal sheet of doubts.</summary>
public sealed class CheckMaterial(LuoshiDb db, TimeProvider clock)
{
    /// <returns>The material; <c>forbidden</c>, <c>material-not-found</c>, <c>changed-meanwhile</c>, or what <see cref="Material.Check"/> refuses.</returns>
    public async Task<Outcome<Material>> ExecuteAsync(Guid materialId, int version, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.CompileMaterial) is { } forbidden)
        {
            return forbidden;
        }

        if (await PrintedMaterial.LoadAsync(db, materialId, ct) is not { } printed)
        {
            return MaterialNotFound.Refusal;
        }

        if (printed.Material.Version != version)
        {
            return Concurrency.Changed;
        }

        var examined = await ExaminedMaterial.ExamineAsync(db, printed, ct);
        var strong = examined.Tasks.Count(task => task.Doubts(DoubtStrength.Strong).Any());
        var weak = examined.Tasks.Count(task => task.Check is { Doubts.Count: > 0 }) - strong;
        if (printed.Material.Check(strong, weak, db.Access.AccountId ?? Guid.Empty, clock.GetUtcNow().UtcDateTime) is { } refusal)
        {
            return refusal;
        }

        var paper = await db.MaterialPapers.SingleAsync(paper => paper.MaterialId == materialId, ct);
        paper.Doubts = DoubtSheet.Of(examined);
        db.Record("material-checked", nameof(Material), materialId);
        return await db.TrySaveAsync(ct) is { } changed ? changed : printed.Material;
    }
}

/// <summary>What the steps of a material answer where there is none that the person may see.</summary>
internal static class MaterialNotFound
{
    public static Refusal Refusal { get; } = new("material-not-found", "没有找到这份材料。");
}

/// <summary>A material with what the checks find in it, by the rules in force and the approved plans.</summary>
public static class ExaminedMaterial
{
    /// <summary>Compared with the newest issued material before it, else with last month's returns.</summary>
    public static async Task<MaterialExamination> ExamineAsync(LuoshiDb db, PrintedMaterial printed, CancellationToken ct)
    {
        var material = printed.Material;
        var rules = await RulesInForce.NowAsync(db, ct);

        // By way of the ledger's tasks: a plan is found by its task, not by its month alone.
        var plans = await db.KeyTasks.Where(task => task.LedgerId == material.LedgerId)
            .Join(db.PlannedMonths.Where(plan => plan.Month == material.Month && plan.ApprovedBy != null), task => task.Id, plan => plan.TaskId, (_, plan) => new { plan.TaskId, plan.Text })
            .OrderBy(plan => plan.TaskId).ToDictionaryAsync(plan => plan.TaskId, plan => plan.Text, ct);
        var rows = printed.Printed with
        {
            Sections = [.. printed.Sections.Select(section => new LeaderSection(section.Leader, [.. section.Lines.Select(line => WithPlan(line, plans, material))]))],
        };

        // A month has its rows: what is refused here is a bug.
        return MaterialExamination.Examine(rows, [await BeforeAsync(db, printed, ct)], rules.Checks).Value;
    }

    /// <summary>What the month before was: the issued material, else the returns as the ledger has them.</summary>
    public static async Task<TaskDocument> BeforeAsync(LuoshiDb db, PrintedMaterial printed, CancellationToken ct)
    {
        if (await PrintedMaterial.PreviousAsync(db, printed.Material, ct) is { } previous)
        {
            return previous.AsDocument();
        }

        var month = printed.Material.Month.Previous();
        var rows = await LedgerRows.LoadAsync(db, printed.Material.LedgerId, month, DateOnly.FromDateTime(printed.Material.AsAt), new MaterialChoice(ApprovedOnly: true, LastValues: false), ct);
        return LedgerRows.Document(printed.Material.Government, month, rows.Sections.SelectMany(section => section.Lines).Select(line => line.Row));
    }

    // The plan is checked against and not printed: the form has no column for it.
    private static MaterialRow WithPlan(MaterialLine line, Dictionary<Guid, string> plans, Material material) => plans.TryGetValue(line.TaskId, out var plan)
        ? line.Row with { Task = line.Row.Task with { OtherColumns = [new OtherColumn($"{material.Month.Month}月计划", plan)] } }
        : line.Row;
}
