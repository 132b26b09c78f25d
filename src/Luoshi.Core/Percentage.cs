using System.Globalization;

namespace Luoshi.Core;

/// <summary>A share, exact to 0.01 %. Held as basis points so that both databases can sort it.</summary>
public readonly record struct Percentage(int BasisPoints) : IComparable<Percentage>
{
    /// <summary>66.67 is 66.67 %. Rounded half away from zero.</summary>
    public static Percentage Of(decimal percent) => new((int)Math.Round(percent * 100m, MidpointRounding.AwayFromZero));

    /// <summary>Part over whole: 8 of 12 is 66.67 %. A whole of nothing has no shares and throws.</summary>
    public static Percentage Share(decimal part, decimal whole) => Of(part * 100m / whole);

    /// <summary>
    /// The shares of disjoint parts, in their order, summing to exactly 100 %: what rounding down leaves goes to the largest remainders, the
    /// earlier part first. Parts are not negative; when all are nothing there are no shares and it throws.
    /// </summary>
    public static IReadOnlyList<Percentage> Shares(params IReadOnlyList<int> parts)
    {
        const int Whole = 10_000;
        var sum = parts.Sum(part => (long)part);
        var points = parts.Select(part => (int)(part * (long)Whole / sum)).ToArray();
        var largest = Enumerable.Range(0, parts.Count).OrderByDescending(i => parts[i] * (long)Whole % sum).Take(Whole - points.Sum());
        foreach (var i in largest)
        {
            points[i]++;
        }

        return [.. points.Select(value => new Percentage(value))];
    }

    /// <inheritdoc/>
    public int CompareTo(Percentage other) => BasisPoints.CompareTo(other.BasisPoints);

    public static bool operator <(Percentage left, Percentage right) => left.CompareTo(right) < 0;

    public static bool operator <=(Percentage left, Percentage right) => left.CompareTo(right) <= 0;

    public static bool operator >(Percentage left, Percentage right) => left.CompareTo(right) > 0;

    public static bool operator >=(Percentage left, Percentage right) => left.CompareTo(right) >= 0;

    /// <summary>66.67%, 100%.</summary>
    public override string ToString() => (BasisPoints / 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
