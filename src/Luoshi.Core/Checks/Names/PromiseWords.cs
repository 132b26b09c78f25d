using Luoshi.Core.Quantities;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Checks.Names;

/// <summary>How many telling words of a promise stand around a figure: words that another promise of the row has too tell nothing.</summary>
internal sealed class PromiseWords(CheckedRow row, IReadOnlyList<StatedQuantity> readings)
{
    private const int RateWord = 2;

    // 行政复议结案率 for 行政复议办结率: so many words in common tell that the two are one.
    private const int Sure = 3;

    // Nothing changes while a row is examined, and every figure is held against every promise.
    private readonly string[] _named = [.. row.Targets.Select(target => Named(row, target))];
    private readonly Dictionary<int, string> _own = [];

    /// <summary>Telling words of the promise around the figure.</summary>
    public int Of(int at, int index) => Common(at, Around(index));

    /// <summary>Telling words of the promise in the figure's own clause.</summary>
    public int OfOwn(int at, int index) => Common(at, Own(index));

    /// <summary>Telling words of the promise in the figure's own name.</summary>
    public int OfName(int at, int index) => Common(at, SameNames.Kept(readings[index].Quantity.MetricKey));

    /// <summary>
    /// 中职应届就业率 for 中职毕业生就业率: the rate's name begins with a word of the promise. Where the name has none of its words, as 学生参与率 for
    /// 课后服务参与率, the sentence before says what it is of. 小麦秸秆利用率 begins otherwise, and is of a part.
    /// </summary>
    public bool IsOfRate(int at, int index)
    {
        var (target, reading) = (row.Targets[at].Quantity, readings[index].Quantity);
        if (target.MetricKey.Length <= RateWord || reading.MetricKey.Length < RateWord || reading.Whole is not null)
        {
            return false;
        }

        var what = target.MetricKey[..^RateWord];
        var isSameRate = reading.MetricKey.AsSpan(reading.MetricKey.Length - RateWord).SequenceEqual(target.MetricKey.AsSpan(target.MetricKey.Length - RateWord));
        if (target.MetricKey.Contains(reading.MetricKey[..RateWord], StringComparison.Ordinal))
        {
            var common = Topics.Common(what, reading.MetricKey, Others(at));
            return common >= Sure || (common > 0 && (isSameRate || (target.MetricKey[^1] is '例' or '比' or '重' && reading.Span.Of(row.Progress).Contains('占', StringComparison.Ordinal))));
        }

        var sentence = SentenceOf(index);
        return isSameRate && Topics.Common(what, reading.MetricKey) == 0 && Topics.Common(what, row.Progress[sentence.Start..Math.Max(sentence.Start, reading.ValueSpan.Start)], Others(at)) > 0;
    }

    /// <summary>Whether the words of the figure have as much of another promise as of this one.</summary>
    public bool AreOfAnother(int at, int index)
    {
        var words = Array.Exists(_named, name => Topics.Common(name, Own(index)) > 0) || Of(at, index) == 0 ? Own(index) : Around(index);
        return Enumerable.Range(0, _named.Length).Any(other => other != at && Common(other, words) >= Math.Max(1, Common(at, words)));
    }

    /// <summary>就业困难人员就业812人 has a word of 城镇新增就业: whether its own words have none of another promise, or only such as this promise has too.</summary>
    public bool NameNoOther(int at, int index, bool orShared) =>
        Others(at).All(other => Topics.Common(other, Own(index), orShared ? [_named[at]] : []) == 0);

    public TextSpan SentenceOf(int index) => Clauses.SentenceAround(row.Progress, readings[index].Quantity.Span);

    /// <summary>The figure's own words in its sentence, from the figure before to the next mark behind it.</summary>
    public string Own(int index) => _own.TryGetValue(index, out var known) ? known : _own[index] = Cut(index);

    private string Cut(int index)
    {
        var (sentence, own) = (SentenceOf(index), readings[index].Quantity);
        var start = row.Stated.Where(other => sentence.Contains(other.ValueSpan) && other.ValueSpan.End <= own.ValueSpan.Start).Select(other => other.ValueSpan.End).DefaultIfEmpty(sentence.Start).Max();
        var end = Math.Max(Clauses.Around(row.Progress, own.Span).End, start);
        var mark = row.Progress.IndexOf('、', Math.Min(own.ValueSpan.End, end), end - Math.Min(own.ValueSpan.End, end));
        return SameNames.Kept(row.Progress[start..(mark < 0 ? end : mark)]);
    }

    /// <summary>How many characters of the target's name stand in the words.</summary>
    public static int Characters(Quantity target, string words) =>
        target.MetricKey.Distinct().Count(character => PlainText.IsHan(character) && words.Contains(character, StringComparison.Ordinal));

    /// <summary>The figure's own words; where no promise is named in them, those of the sentence up to the figure.</summary>
    private string Around(int index)
    {
        var own = Own(index);
        var sentence = SentenceOf(index);
        return Array.Exists(_named, name => Topics.Common(name, own) > 0) ? own : SameNames.Kept(row.Progress[sentence.Start..Math.Max(readings[index].Quantity.ValueSpan.End, sentence.Start)]);
    }

    private int Common(int at, string words) => Topics.Common(_named[at], words, Others(at)) + (Abbreviation(_named[at]) is { } letters && words.Contains(letters, StringComparison.OrdinalIgnoreCase) && !Others(at).Any(other => other.Contains(letters, StringComparison.OrdinalIgnoreCase)) ? 1 : 0);

    /// <summary>AED of 公共场所AED配置. Null where the name has no letters.</summary>
    private static string? Abbreviation(string name)
    {
        const int Shortest = 2;
        var start = name.AsSpan().IndexOfAnyInRange('A', 'Z');
        var end = start;
        while (end >= 0 && end < name.Length && char.IsAsciiLetterOrDigit(name[end]))
        {
            end++;
        }

        return end - start >= Shortest ? name[start..end] : null;
    }

    private IEnumerable<string> Others(int at) => _named.Where((_, other) => other != at);

    /// <summary>What a target is called by: its name, what the content says before the name since the last mark, and what is done for those who are counted.</summary>
    private static string Named(CheckedRow row, StatedQuantity target)
    {
        var name = SameNames.Kept(target.Quantity.MetricKey) + DeedNames.BehindTheName(row, target);
        if (target.Source.Field != "content")
        {
            return name;
        }

        var clause = Clauses.Around(row.Content, target.Source.Span);
        var before = row.Content[clause.Start..Math.Max(clause.Start, target.Source.Span.Start)];
        return $"{before[(before.LastIndexOf('、') + 1)..]} {name}";
    }
}
