using System.Runtime.InteropServices;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>The same thing with two values in two rows: 90% here, 80% there. One pass over the figures, by an index on what is named.</summary>
internal static class CrossRowConflicts
{
    // More rows than this on one name: the name is a common word, not a thing.
    private const int MostRows = 12;

    private static readonly string[] Tails = ["项目建设", "建设项目", "改造项目", "工程建设", "建设工程", "改造工程", "项目", "工程", "建设", "改造", "施工", "总体", "整体"];

    private static readonly HashSet<string> CommonNames =
        ["室外附属", "主体", "主体结构", "桩基", "装修", "总工程", "工程", "项目", "进度", "投资", "整体进度", "总体进度", "建设进度", "形象进度", "工程进度", "路面", "路基", "绿化", "外立面", "土建", "安装", "任务", "年度任务", "总任务", "一期", "二期", "征地", "拆迁", "场地平整", "基础", "内部装饰", "室内装修", "完成率", "支出进度", "资金", "招标", "土方", "地基", "主体工程", "前期工作", "配套", "管网", "道路", "公园"];

    /// <summary>Doubts by the index of their row.</summary>
    public static Dictionary<int, List<Doubt>> Find(IReadOnlyList<ExaminedRow> rows)
    {
        var index = new Dictionary<Key, List<(int Row, StatedQuantity Reading)>>();
        for (var at = 0; at < rows.Count; at++)
        {
            foreach (var reading in rows[at].Readings)
            {
                if (KeyOf(reading.Quantity, rows[at]) is { } key)
                {
                    ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(index, key, out _);
                    places ??= [];
                    places.Add((at, reading));
                }
            }
        }

        var found = new Dictionary<int, List<Doubt>>();
        foreach (var places in index.Values.Where(places => places.Count is > 1 and <= MostRows))
        {
            Compare(rows, places, found);
        }

        return found;
    }

    private static void Compare(IReadOnlyList<ExaminedRow> rows, List<(int Row, StatedQuantity Reading)> places, Dictionary<int, List<Doubt>> found)
    {
        foreach (var (row, reading) in places)
        {
            var others = places.Where(other => other.Row != row && !Same(other.Reading.Quantity, reading.Quantity)).ToList();

            // Two figures in one row already: it speaks of parts, and no part is the other row's whole.
            if (others.Count == 0 || places.Exists(other => other.Row == row && other.Reading != reading && !Same(other.Reading.Quantity, reading.Quantity)))
            {
                continue;
            }

            var other = others[0];

            // Money of no stated place and time may be that of two projects.
            var unsure = reading.Quantity.Estimated || other.Reading.Quantity.Estimated || (reading.Quantity is { Kind: QuantityKind.Amount, Scope: null, From: null } && other.Reading.Quantity.From is null);
            var doubt = new Doubt(
                DoubtCode.CrossRowConflict,
                unsure ? DoubtStrength.Weak : DoubtStrength.Strong,
                $"本项“{reading.Source.Text}”，{Call(rows[other.Row].Row)}“{other.Reading.Source.Text}”，同一事项两个数。请核实以哪个为准。",
                [reading.Source],
                [.. others.Select(place => rows[place.Row].Row.AsRelated).Distinct()]);
            ref var doubts = ref CollectionsMarshal.GetValueRefOrAddDefault(found, row, out _);
            doubts ??= [];
            doubts.Add(doubt);
        }
    }

    private static string Call(CheckedRow row) => $"{row.AsRelated.Leader ?? "另一位领导"}第{row.Task.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "？"}项";

    private static bool Same(Quantity left, Quantity right)
    {
        var difference = Math.Abs((double)(left.BaseValue!.Value - right.BaseValue!.Value));
        return difference <= Math.Max(Place(left), Place(right)) * 0.51;
    }

    // What one of the last printed place is worth in the base unit: 33亿元 and 3.3012十亿 may be the same figure.
    private static double Place(Quantity quantity)
    {
        var value = quantity.Value ?? 0;
        var places = (decimal.GetBits(value)[3] >> 16) & 0x7F;
        var factor = value == 0 ? 1 : (double)quantity.BaseValue!.Value / (double)value;
        return places == 0 && factor == 1 ? 0 : factor * Math.Pow(10, -places);
    }

    private static Key? KeyOf(Quantity quantity, ExaminedRow row)
    {
        if (quantity.BaseValue is not { } value || Math.Abs(value) > 1e20m || quantity.Role != QuantityRole.Result)
        {
            return null;
        }

        if (quantity.Kind == QuantityKind.ShareOfPlan)
        {
            var (name, aspect) = Thing(quantity);
            return name is null ? null : new Key(name, aspect, quantity.Kind, "%", "", null);
        }

        // Statistics of a stated place and period are one figure, wherever they are told.
        if (quantity.Kind is not (QuantityKind.Growth or QuantityKind.Amount or QuantityKind.Count or QuantityKind.Ratio) || quantity.From is { Month: not 1 } || quantity.MetricKey.Length < 4 || (quantity.From is null && quantity.Kind is QuantityKind.Count or QuantityKind.Ratio)
            || CommonNames.Contains(quantity.MetricKey))
        {
            return null;
        }

        var against = quantity.Kind == QuantityKind.Growth ? quantity.Against is "环比" ? "环比" : "同比" : "";
        return new Key(quantity.MetricKey, against + quantity.Stage, quantity.Kind, quantity.BaseUnit, quantity.Scope ?? (row.Row.Task.LeadUnits.Count > 0 && quantity.Kind == QuantityKind.Count ? row.Row.Task.LeadUnits[0].Name : ""), quantity.To is { } to && to < row.AsOf ? to.MonthsUntil(row.AsOf) : 0);
    }

    private static (string? Name, string Aspect) Thing(Quantity quantity)
    {
        var name = quantity.MetricKey;
        var aspect = Bare(quantity.Whole ?? "");
        if (name.Length == 0)
        {
            (name, aspect) = (quantity.Scope is { } scope ? scope : aspect, quantity.Scope is null ? "" : aspect);
        }

        name = Bare(name);
        return name.Length < 3 || CommonNames.Contains(name) ? (null, "") : (name, aspect);
    }

    private static string Bare(string name)
    {
        for (var cut = true; cut;)
        {
            cut = false;
            foreach (var tail in Tails)
            {
                if (name.EndsWith(tail, StringComparison.Ordinal))
                {
                    name = name[..^tail.Length];
                    cut = true;
                }
            }

            if (name.EndsWith("总工程量", StringComparison.Ordinal) || name.EndsWith("工程量", StringComparison.Ordinal) || name.EndsWith('总') || name.EndsWith('体'))
            {
                var shorter = name.EndsWith("总工程量", StringComparison.Ordinal) ? 4 : name.EndsWith("工程量", StringComparison.Ordinal) ? 3 : name.EndsWith('总') ? 1 : 0;
                name = shorter == 0 ? name : name[..^shorter];
                cut = shorter > 0;
            }
        }

        return name;
    }

    private readonly record struct Key(string Name, string Aspect, QuantityKind Kind, string Unit, string Scope, int? Lag);
}
