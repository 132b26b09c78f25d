using System.Globalization;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks;

/// <summary>Figures as they are counted and written in reasons.</summary>
internal static class Numbers
{
    // Above this a share says only that the figures are not of one kind.
    private const double Largest = 1e9;

    /// <summary>Whether several such values can be added up: no office has more, and a decimal ends somewhere.</summary>
    public static bool CanBeAdded(decimal? value) => value is >= 0 and < 1_000_000_000_000_000;

    /// <summary>Part over whole; null where it cannot be told. Decimals of 28 digits divide badly, so the quotient is taken as a double.</summary>
    public static decimal? Ratio(decimal? part, decimal? whole)
    {
        if (part is not { } above || whole is not { } below || below == 0)
        {
            return null;
        }

        var ratio = (double)above / (double)below;
        return double.IsFinite(ratio) && Math.Abs(ratio) <= Largest ? (decimal)ratio : null;
    }

    /// <summary>With the places it was written with: 4.0 stays 4.0.</summary>
    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The value with its unit as written: 800亩, 2.4万人; a rank is 第2位.</summary>
    public static string Text(Quantity quantity)
    {
        var value = quantity.Value is { } number ? Text(number) : "";
        return quantity.Kind == QuantityKind.Rank ? $"第{value}{(quantity.Unit.Length > 0 ? quantity.Unit : "位")}" : value + quantity.Unit;
    }

    /// <summary>A share with one decimal: 33.3.</summary>
    public static string Points(decimal value) => Rounded(value).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>To one place, as it is printed.</summary>
    public static decimal Rounded(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);

    /// <summary>A difference of two rates, one decimal or as many as they have.</summary>
    public static string Gap(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.0#", CultureInfo.InvariantCulture);
}
