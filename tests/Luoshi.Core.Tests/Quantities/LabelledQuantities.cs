using System.Globalization;
using Luoshi.Core.Quantities;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Quantities;

/// <summary>The labelled sentences of <c>samples/labelled</c> and how well the reader does on them.</summary>
internal static class LabelledQuantities
{
    /// <summary>What the sentences are read as of, and the place they are about.</summary>
    public static QuantityContext Context(QuantityField field) => new() { Field = field, AsOf = new ReportingPeriod(2025, 6), Places = ["青岚"] };

    public static (IReadOnlyList<LabelledSentence> Sentences, double Precision, double Recall) Load(string file)
    {
        var sentences = new List<LabelledSentence>();
        double precision = 1, recall = 1;
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("# precision ", StringComparison.Ordinal))
            {
                precision = double.Parse(line[12..], CultureInfo.InvariantCulture);
            }
            else if (line.StartsWith("# recall ", StringComparison.Ordinal))
            {
                recall = double.Parse(line[9..], CultureInfo.InvariantCulture);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                var columns = line.Split('\t');
                var field = columns[0] == "T" ? QuantityField.Content : QuantityField.Progress;
                sentences.Add(new LabelledSentence(field, columns[1], [.. columns.Skip(2).Select(column => Label.Parse(column, field))]));
            }
        }

        return (sentences, precision, recall);
    }

    /// <summary>The labels that no quantity matches and the quantities that match no label.</summary>
    public static (List<(Label Label, string Why)> Missed, List<Quantity> Wrong, int Right) Compare(LabelledSentence sentence)
    {
        var left = QuantityReader.Read(sentence.Text, Context(sentence.Field)).ToList();
        var missed = new List<(Label, string)>();
        foreach (var label in sentence.Labels)
        {
            var match = left.Find(quantity => label.Difference(quantity, sentence.Text) is null);
            if (match is not null)
            {
                left.Remove(match);
            }
            else
            {
                var near = left.Find(quantity => label.IsNear(quantity, sentence.Text));
                missed.Add((label, near is null ? "not found" : label.Difference(near, sentence.Text)!));
            }
        }

        return (missed, left, sentence.Labels.Count - missed.Count);
    }
}

internal sealed record LabelledSentence(QuantityField Field, string Text, IReadOnlyList<Label> Labels);

/// <summary>What one quantity of a labelled sentence should be. Null where the label says nothing.</summary>
internal sealed record Label(string Span, string? Metric, QuantityKind Kind, Comparator Comparator, decimal? Value, decimal? Upper, string Unit, QuantityRole Role)
{
    private static readonly (string Sign, Comparator Comparator)[] Signs =
        [(">=", Comparator.AtLeast), ("<=", Comparator.AtMost), ("=", Comparator.Equal), (">", Comparator.GreaterThan), ("<", Comparator.LessThan), ("~", Comparator.About)];

    private readonly Dictionary<string, string> _flags = [];

    public static Label Parse(string column, QuantityField field)
    {
        var cells = column.Split('|');
        var (sign, comparator) = Signs.First(pair => cells[3].StartsWith(pair.Sign, StringComparison.Ordinal));
        var figure = cells[3][sign.Length..];
        var digits = figure.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or '-').Count();
        var numbers = figure[..digits].Split("..", StringSplitOptions.RemoveEmptyEntries).Select(number => decimal.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var flags = cells.Skip(4).Select(flag => flag.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "");
        var role = flags.TryGetValue("role", out var named) ? Enum.Parse<QuantityRole>(named, ignoreCase: true)
            : field == QuantityField.Content ? QuantityRole.Target : QuantityRole.Result;
        var label = new Label(
            cells[0],
            cells[1] == "-" ? null : cells[1],
            Enum.Parse<QuantityKind>(cells[2].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            comparator,
            numbers.Length > 0 ? numbers[0] : null,
            numbers.Length > 1 ? numbers[1] : null,
            figure[digits..].Trim(),
            role);
        foreach (var (name, value) in flags)
        {
            label._flags[name] = value;
        }

        return label;
    }

    public bool IsNear(Quantity quantity, string text)
    {
        var at = text.IndexOf(Span, StringComparison.Ordinal);
        return at >= 0 && quantity.ValueSpan.Start >= at && quantity.ValueSpan.Start < at + Span.Length;
    }

    /// <summary>The first thing in which the quantity differs from the label; null where it does not.</summary>
    public string? Difference(Quantity quantity, string text)
    {
        (string Name, object? Expected, object? Found)[] facts =
        [
            ("value", Value, quantity.Value), ("upper", Upper, quantity.Upper), ("unit", Unit, quantity.Unit), ("kind", Kind, quantity.Kind),
            ("comparator", Comparator, quantity.Comparator), ("metric", Metric, quantity.Metric), ("role", Role, quantity.Role),
            ("scope", Flag("scope"), quantity.Scope), ("period", Flag("p"), quantity.From is null ? null : $"{quantity.From}..{quantity.To}"),
            ("stretch", _flags.ContainsKey("stretch"), quantity.Stretch), ("estimated", _flags.ContainsKey("est"), quantity.Estimated),
            ("span", Span, quantity.Span.Of(text)),
            ("due", Flag("due"), quantity.Due?.ToString()),
            ("base", Flag("base") ?? BaseOf(quantity), BaseOf(quantity)), ("whole", Flag("whole") ?? quantity.Whole, quantity.Whole),
            ("stage", Flag("stage") ?? quantity.Stage, quantity.Stage), ("against", Flag("against") ?? quantity.Against, quantity.Against),
        ];
        var different = facts.FirstOrDefault(fact => !Equals(fact.Expected, fact.Found));
        return different.Name is null ? null : $"{different.Name}: {different.Expected ?? "none"} but read {different.Found ?? "none"}";
    }

    private string? Flag(string name) => _flags.GetValueOrDefault(name);

    private static string BaseOf(Quantity quantity) => quantity.BaseValue is { } value
        ? (value == decimal.Truncate(value) ? decimal.Truncate(value) : value / 1.0000000000000000000000m).ToString("0.############", CultureInfo.InvariantCulture) + quantity.BaseUnit
        : "";
}
