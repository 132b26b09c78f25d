using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>A unit as the form has it.</summary>
public sealed record UnitForm(string Name, string Qualifier, UnitKind Kind, IReadOnlyList<string> Aliases, Guid? ParentId, bool SignsOff, DateOnly? ClosedOn, int Rank);

/// <summary>维护单位 — adds one or changes one. A unit is closed, never removed: its past returns stay its own.</summary>
public sealed class SaveUnit(LuoshiDb db)
{
    private const int LongestName = 100;
    private const int LongestQualifier = 50;

    /// <param name="unitId">Which one; null for a new one.</param>
    /// <param name="version">The version that the person saw; 0 for a new one.</param>
    /// <param name="form">How it shall be.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Its id; <c>forbidden</c>, <c>unit-not-found</c>, <c>unit-name-invalid</c>, <c>unit-exists</c>, <c>alias-taken</c>, <c>parent-invalid</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Outcome<Unit>> ExecuteAsync(Guid? unitId, int version, UnitForm form, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageUnits) is { } refusal)
        {
            return refusal;
        }

        var units = await db.Units.OrderBy(unit => unit.Id).ToListAsync(ct);
        var known = units.Find(unit => unit.Id == unitId);
        if (unitId is not null && known is null)
        {
            return new Refusal("unit-not-found", "没有找到这个单位。");
        }

        if (known is not null && known.Version != version)
        {
            return Concurrency.Changed;
        }

        var (name, qualifier) = (form.Name.Trim(), form.Qualifier.Trim());
        var aliases = form.Aliases.Select(alias => alias.Trim()).Where(alias => alias.Length > 0 && alias != name).Distinct(StringComparer.Ordinal).ToList();
        if (Mistake(units.Where(unit => unit != known).ToList(), known, name, qualifier, aliases, form.ParentId) is { } mistake)
        {
            return mistake;
        }

        var saved = known ?? new Unit { GovernmentId = db.Access.GovernmentId, Name = name };
        (saved.Name, saved.Qualifier, saved.Kind, saved.Aliases, saved.ParentId) = (name, qualifier, form.Kind, aliases, form.ParentId);
        (saved.SignsOff, saved.ClosedOn, saved.Rank) = (form.SignsOff, form.ClosedOn, form.Rank);
        if (known is null)
        {
            db.Add(saved);
        }
        else
        {
            saved.Version++;
        }

        db.Record(known is null ? "unit-added" : "unit-changed", nameof(Unit), saved.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : saved;
    }

    private static Refusal? Mistake(List<Unit> others, Unit? known, string name, string qualifier, List<string> aliases, Guid? parentId)
    {
        if (name.Length is 0 or > LongestName || qualifier.Length > LongestQualifier)
        {
            return new Refusal("unit-name-invalid", $"请填写单位名称，不超过{LongestName}字；括注不超过{LongestQualifier}字。");
        }

        if (others.Exists(unit => unit.Name == name && unit.Qualifier == qualifier))
        {
            return new Refusal("unit-exists", $"已经有“{name}{(qualifier.Length == 0 ? "" : $"（{qualifier}）")}”，请换一个名称或填括注。");
        }

        // A document that writes the alias would mean two units.
        if (others.Find(unit => unit.Qualifier == qualifier && aliases.Exists(alias => unit.Name == alias || unit.Aliases.Contains(alias))) is { } taken)
        {
            return new Refusal("alias-taken", $"别名中有{taken.DisplayName}的名称或别名，导入时会分不清，请去掉。");
        }

        return parentId is { } parent && !IsAbove(others, known, parent) ? new Refusal("parent-invalid", "上级单位不能是它自己或它的下级。") : null;
    }

    private static bool IsAbove(List<Unit> others, Unit? known, Guid parentId)
    {
        for (Guid? at = parentId; at is { } id;)
        {
            if (others.Find(unit => unit.Id == id) is not { } unit || unit.Id == known?.Id)
            {
                return false;
            }

            at = unit.ParentId;
        }

        return true;
    }
}
