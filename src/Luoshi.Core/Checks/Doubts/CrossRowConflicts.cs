using System.Runtime.InteropServices;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Doubts;

/// <summary>The same thing with two values in two rows: 90% here, 80% there. One pass over the figures, by an index on what is named.</summary>
internal sealed class CrossRowConflicts(IReadOnlyList<ReportedRow> rows)
{
    // More rows than this on one name: the name is a common word, not a thing.
    private const int MostRows = 12;

    private const int LongestRate = 5;

    private static readonly string[] Tails = ["项目建设", "建设项目", "改造项目", "工程建设", "建设工程", "改造工程", "项目", "工程", "建设", "改造", "施工", "总体", "整体"];

    private static readonly HashSet<string> CommonNames =
        ["室外附属", "主体", "主体结构", "桩基", "装修", "总工程", "工程", "项目", "进度", "投资", "整体进度", "总体进度", "建设进度", "形象进度", "工程进度", "路面", "路基", "绿化", "外立面", "土建", "安装", "任务", "年度任务", "总任务", "一期", "二期", "征地", "拆迁", "场地平整", "基础", "内部装饰", "室内装修", "完成率", "支出进度", "资金", "招标", "土方", "地基", "主体工程", "前期工作", "配套", "管网", "道路", "公园"];

    private readonly Dictionary<Fingerprint, (int Newest, int Count)> _index = [];
    private readonly List<Place> _places = [];

    public void Add(ExaminedRow row)
    {
        foreach (var reading in row.Readings)
        {
            if (KeyOf(reading.Quantity, row) is not { } key)
            {
                continue;
            }

            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_index, key, out var exists);
            if (known.Count <= MostRows)
            {
                _places.Add(Place.Of(row, row.Row.Index, reading.Quantity, exists ? known.Newest : -1));
                known = (_places.Count - 1, known.Count + 1);
            }
        }
    }

    /// <summary>The doubts of a row, after every row has been added.</summary>
    public IEnumerable<Doubt> Find(ExaminedRow row)
    {
        foreach (var reading in row.Readings)
        {
            if (KeyOf(reading.Quantity, row) is { } key && _index[key] is { Count: > 1 and <= MostRows } known && Compare(row, reading, [.. Chain(known.Newest).Reverse()]) is { } doubt)
            {
                yield return doubt;
            }
        }
    }

    /// <summary>One doubt for each thing of which two units' sections of a joint row tell two figures.</summary>
    public static IEnumerable<Doubt> Within(ExaminedRow row)
    {
        var sections = UnitSections.Of(row.Row.Progress);
        if (sections.Count < 2)
        {
            yield break;
        }

        var told = row.Readings
            .Select(reading => (Reading: reading, Section: sections.FindIndex(section => section.Span.Contains(reading.Quantity.Span))))
            .Where(told => told.Section >= 0 && (told.Reading.Quantity.Kind == QuantityKind.ShareOfPlan || sections[told.Section].OfDistrict || IsWhole(told.Reading.Quantity.Scope)))
            .Select(told => (told.Reading, Key: KeyOf(IsWhole(told.Reading.Quantity.Scope) ? told.Reading.Quantity with { Scope = null } : told.Reading.Quantity, row), told.Section))
            .Where(told => told.Key is not null);
        foreach (var thing in told.GroupBy(told => told.Key!.Value))
        {
            var first = thing.First();
            var own = Place.Of(row, first.Section, first.Reading.Quantity, -1);
            var other = thing.FirstOrDefault(told => told.Section != first.Section && Place.Of(row, told.Section, told.Reading.Quantity, -1).Contradicts(own));

            // Two figures in one section: it speaks of parts.
            if (other.Reading is null || thing.GroupBy(told => told.Section).Any(section => section.Count() > 1))
            {
                continue;
            }

            yield return new Doubt(
                DoubtRule.UnitsDisagree,
                own.Estimated || other.Reading.Quantity.Estimated ? DoubtStrength.Weak : DoubtStrength.Strong,
                $"两个单位对同一事项各报一个数：“{first.Reading.Source.Text}”和“{other.Reading.Source.Text}”。请核实以哪个为准。",
                [first.Reading.Source, other.Reading.Source],
                []);
        }
    }

    private static bool IsWhole(string? scope) => scope is "全区" or "全市" or "全县" or "全旗" or "我区" or "我市" or "我县";

    private Doubt? Compare(ExaminedRow row, StatedQuantity reading, List<Place> places)
    {
        var own = Place.Of(row, row.Row.Index, reading.Quantity, -1);
        var others = places.Where(other => other.Row != row.Row.Index && other.Contradicts(own)).ToList();

        // Two figures in one row already: it speaks of parts, and no part is the other row's whole.
        if (others.Count == 0 || places.Exists(other => other.Row == row.Row.Index && other.Contradicts(own)))
        {
            return null;
        }

        var other = others[0];
        var unsure = own.Estimated || other.Estimated || own.IsQualified || other.IsQualified || (own.IsUnplacedMoney && !other.HasPeriod);
        return new Doubt(
            DoubtRule.RowsDisagree,
            unsure ? DoubtStrength.Weak : DoubtStrength.Strong,
            $"本项“{reading.Source.Text}”，{rows[other.Row].Call}“{other.Span.Of(rows[other.Row].Task.Progress ?? "")}”，同一事项两个数。请核实以哪个为准。",
            [reading.Source],
            [.. others.Select(place => rows[place.Row].AsRelated).Distinct()]);
    }

    private IEnumerable<Place> Chain(int newest)
    {
        for (var at = newest; at >= 0; at = _places[at].Before)
        {
            yield return _places[at];
        }
    }

    private static Fingerprint? KeyOf(Quantity quantity, ExaminedRow row)
    {
        if (quantity.BaseValue is not { } value || Math.Abs(value) > 1e20m || quantity.Role != QuantityRole.Result)
        {
            return null;
        }

        if (quantity.Kind == QuantityKind.ShareOfPlan)
        {
            var (name, aspect) = Thing(quantity);
            return name is null ? null : Key(name, aspect, quantity.Kind, "%", "", null);
        }

        // Statistics of a stated place and period are one figure, wherever they are told.
        if (quantity.Kind is not (QuantityKind.Growth or QuantityKind.Amount or QuantityKind.Count or QuantityKind.Ratio) || quantity.From is { Month: not 1 } || quantity.MetricKey.Length < (IsWhole(quantity.Scope) ? 3 : 4) || (quantity.From is null && quantity.Kind is QuantityKind.Count or QuantityKind.Ratio)
            || CommonNames.Contains(quantity.MetricKey))
        {
            return null;
        }

        var against = quantity.Kind == QuantityKind.Growth ? quantity.Against is "环比" ? "环比" : "同比" : "";
        return Key(quantity.MetricKey, against + quantity.Stage, quantity.Kind, quantity.BaseUnit, quantity.Scope ?? (row.Row.Task.LeadUnits.Count > 0 && quantity.Kind == QuantityKind.Count ? row.Row.Task.LeadUnits[0].Name : ""), quantity.To is { } to && to < row.AsOf ? to.MonthsUntil(row.AsOf) : 0);
    }

    private static (string? Name, string Aspect) Thing(Quantity quantity)
    {
        var name = quantity.MetricKey;
        var aspect = Bare(quantity.Whole ?? "");
        if (name.Length == 0)
        {
            // 占年任务139.1%, without a name: of whatever the row is about.
            name = quantity.Scope ?? "";
        }

        name = Bare(name);

        // 整体完成率, 年度完成率: of whatever the row is about.
        var isRate = name.EndsWith("完成率", StringComparison.Ordinal) && name.Length <= LongestRate;
        return name.Length < 3 || isRate || CommonNames.Contains(name) ? (null, "") : (name, aspect);
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

    private static Fingerprint Key(string name, string aspect, QuantityKind kind, string unit, string scope, int? lag) =>
        Fingerprint.Empty.With(name).With(aspect).With((int)kind).With(unit).With(scope).With(lag ?? -1);

    /// <summary>A figure where it stands: all that comparing it needs. <paramref name="Before"/> is the place before it on the same name.</summary>
    private readonly record struct Place(int Row, double Value, double LastPlace, double? Aim, TextSpan Span, bool Estimated, bool IsQualified, bool HasPeriod, bool IsUnplacedMoney, int Before)
    {
        private static readonly System.Buffers.SearchValues<char> PlaceEnds = System.Buffers.SearchValues.Create("区县镇乡岛村园");

        private static readonly System.Buffers.SearchValues<char> Whole = System.Buffers.SearchValues.Create("全我本该辖");

        private static readonly WordFinder Qualifiers = new("项目 企业 工程 产业 园 镇 乡 街道 行业 领域 单位 集团 公司 其中 部分");

        public static Place Of(ExaminedRow row, int place, Quantity quantity, int before) => new(
            place,
            (double)quantity.BaseValue!.Value,
            Worth(quantity),
            AimOf(row, quantity),
            quantity.Span,
            quantity.Estimated,
            Narrows(row.Row.Progress, quantity),
            quantity.From is not null,
            // Money of no stated place and time may be that of two projects.
            quantity is { Kind: QuantityKind.Amount, Scope: null, From: null },
            before);

        /// <summary>Another figure for the same thing. What two rows report on two promises, one of 20公里 and one of 25公里, are two things.</summary>
        public bool Contradicts(Place other) => Math.Abs(Value - other.Value) > Math.Max(LastPlace, other.LastPlace) * 0.51 && !(Aim is { } aim && other.Aim is { } otherAim && aim != otherAim);

        private static double? AimOf(ExaminedRow row, Quantity quantity) =>
            quantity.WholeIndex is { } at && at < row.Row.Stated.Count ? (double?)row.Row.Stated[at].BaseValue
            : row.Pairs.Where(pair => pair.Reading is { } reading && ReferenceEquals(row.Readings[reading].Quantity, quantity)).Select(pair => (double?)row.Row.Targets[pair.Target].Quantity.BaseValue).FirstOrDefault();

        // 工业招商项目形成固定资产投资: words before the measure that the name has lost say of what part it is.
        private static bool Narrows(string text, Quantity quantity)
        {
            if (quantity.Kind == QuantityKind.ShareOfPlan || quantity.Metric is not { Length: > 0 } metric || text.LastIndexOf(metric, quantity.ValueSpan.Start, StringComparison.Ordinal) is not (> 0 and var at))
            {
                return false;
            }

            var clause = Clauses.Around(text, new TextSpan(at, 0));
            return Qualifiers.Find(text, TextSpan.Between(clause.Start, at)) is not null || NamesAPlace(text.AsSpan(clause.Start, at - clause.Start));
        }

        // 青岚经开区1-5月固定资产投资: of a place, and not of 全区 or 我区.
        private static bool NamesAPlace(ReadOnlySpan<char> before)
        {
            for (var at = 1; at < before.Length; at++)
            {
                if (PlaceEnds.Contains(before[at]) && !Whole.Contains(before[at - 1]))
                {
                    return true;
                }
            }

            return false;
        }

        // What one of the last printed place is worth in the base unit: 33亿元 and 3.3012十亿 may be the same figure.
        private static double Worth(Quantity quantity)
        {
            var value = quantity.Value ?? 0;
            var places = (decimal.GetBits(value)[3] >> 16) & 0x7F;
            var factor = value == 0 ? 1 : (double)quantity.BaseValue!.Value / (double)value;
            return places == 0 && factor == 1 ? 0 : factor * Math.Pow(10, -places);
        }
    }
}
