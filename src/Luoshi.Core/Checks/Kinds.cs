using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks;

/// <summary>Which sorts of figures may stand beside each other.</summary>
internal static class Kinds
{
    /// <summary>Measure words for things of one sort; 个 and 项 count any of them.</summary>
    private static readonly string[] Things = ["台套部架件辆艘只支", "家所间", "座处所栋幢块片", "条段处", "类种批宗场件"];

    private const string AnyThing = "个项";

    public static bool Comparable(Quantity target, Quantity reading)
    {
        if (target.Kind == QuantityKind.Deadline || reading.Kind == QuantityKind.Deadline)
        {
            return target.Kind == reading.Kind;
        }

        if (target.Kind == QuantityKind.Ceiling && reading is { Value: 0, BaseUnit: "", Kind: QuantityKind.Level or QuantityKind.Count })
        {
            // 死亡率为0, whatever it is counted in.
            return true;
        }

        if (target.Kind == QuantityKind.Ceiling && reading.Kind == QuantityKind.Growth)
        {
            return target.BaseUnit == reading.BaseUnit;
        }

        if (target.Kind is QuantityKind.Growth or QuantityKind.Rank || reading.Kind is QuantityKind.Growth or QuantityKind.Rank)
        {
            return target.Kind == reading.Kind && (target.BaseUnit == reading.BaseUnit || target.Value is null || reading.Value is null);
        }

        return (target is { Kind: QuantityKind.Count, Value: 0, BaseUnit: "" } && reading.Kind == QuantityKind.Count)
            || (reading.Kind == QuantityKind.ShareOfPlan && IsVolume(target))
            || target.BaseUnit == reading.BaseUnit
            || (target.Kind == QuantityKind.Count && reading.Kind == QuantityKind.Count && SameThings(target.BaseUnit, reading.BaseUnit));
    }

    /// <summary>Whether the unit counts what was held or done each time: 人次, 场次, 批次, 期.</summary>
    public static bool CountsOccasions(string unit) => unit.EndsWith('次') || unit is "场" or "期" or "课时";

    /// <summary>Whether the figure adds up over the year.</summary>
    public static bool IsVolume(Quantity quantity) => quantity.Kind is QuantityKind.Count or QuantityKind.Amount;

    // 场次 and 项次 count what was held, whoever came to it.
    private static bool CountsEvents(string unit) => unit is "场" or "场次" or "项次" or "次";

    /// <summary>Measure words for the same things: 台 and 套 of equipment. People are not households.</summary>
    public static bool SameThings(string left, string right) =>
        left == right || (CountsEvents(left) && CountsEvents(right)) || (IsThing(left) && IsThing(right) && (AnyThing.Contains(left[0], StringComparison.Ordinal) || AnyThing.Contains(right[0], StringComparison.Ordinal) || Array.Exists(Things, sort => sort.Contains(left[0], StringComparison.Ordinal) && sort.Contains(right[0], StringComparison.Ordinal)))) || (IsThing(left) && right == left + "次") || (IsThing(right) && left == right + "次");

    private static bool IsThing(string unit) => unit.Length == 1 && (AnyThing.Contains(unit[0], StringComparison.Ordinal) || Array.Exists(Things, sort => sort.Contains(unit[0], StringComparison.Ordinal)));
}
