using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>治理面积2310公顷 where 36平方公里 are asked for: one piece of land, measured as the task measures it.</summary>
internal static class Areas
{
    private const decimal SquareMetresOfThreeMu = 2000;

    private const decimal Three = 3;

    /// <summary>The figures with areas in the measure that the targets have, where they have only one.</summary>
    public static IReadOnlyList<Quantity> AsAsked(IReadOnlyList<Quantity> read, IReadOnlyList<StatedQuantity> targets)
    {
        var inMu = targets.Any(target => target.Quantity.BaseUnit == "亩");
        var inMetres = targets.Any(target => target.Quantity.BaseUnit == "平方米");
        return inMu == inMetres ? read : ReadFigures.Changed(read, area => !Numbers.CanBeAdded(area.BaseValue) ? null
            : inMu && area.BaseUnit == "平方米" ? area with { BaseUnit = "亩", BaseValue = Math.Round(area.BaseValue!.Value * Three / SquareMetresOfThreeMu, 2) }
            : inMetres && area.BaseUnit == "亩" ? area with { BaseUnit = "平方米", BaseValue = Math.Round(area.BaseValue!.Value * SquareMetresOfThreeMu / Three, 2) }
            : null);
    }
}
