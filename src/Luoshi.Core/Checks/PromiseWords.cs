using Luoshi.Core.Quantities;
using Luoshi.Core.Reading;

namespace Luoshi.Core.Checks;

/// <summary>How many telling words of a promise stand around a figure: words that another promise of the row has too tell nothing.</summary>
internal sealed class PromiseWords(CheckedRow row, IReadOnlyList<StatedQuantity> readings)
{
    private const int RateWord = 2;

    // Nothing changes while a row is examined, and every figure is held against every promise.
    private readonly string[] _named = [.. row.Targets.Select(target => Named(row, target))];
    private readonly Dictionary<int, string> _own = [];

    /// <summary>Telling words of the promise around the figure.</summary>
    public int Of(int at, int index) => Common(at, Around(index));

    /// <summary>Telling words of the promise in the figure's own clause.</summary>
    public int OfOwn(int at, int index) => Common(at, Own(index));

    /// <summary>Telling words of the promise in the figure's own name.</summary>
    public int OfName(int at, int index) => Common(at, readings[index].Quantity.MetricKey);

    /// <summary>课后服务 of 课后服务参与率, where the sentence up to the figure says it: telling words of what the rate is of.</summary>
    public int OfFront(int at, int index)
    {
        var name = row.Targets[at].Quantity.MetricKey;
        var sentence = SentenceOf(index);
        return Topics.Common(name[..^Math.Min(RateWord, name.Length)], row.Progress[sentence.Start..Math.Max(sentence.Start, readings[index].Quantity.ValueSpan.Start)], Others(at));
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
        return row.Progress[start..(mark < 0 ? end : mark)];
    }

    /// <summary>How many characters of the target's name stand in the words.</summary>
    public static int Characters(Quantity target, string words) =>
        target.MetricKey.Distinct().Count(character => PlainText.IsHan(character) && words.Contains(character, StringComparison.Ordinal));

    /// <summary>The figure's own words; where no promise is named in them, those of the sentence up to the figure.</summary>
    private string Around(int index)
    {
        var own = Own(index);
        var sentence = SentenceOf(index);
        return Array.Exists(_named, name => Topics.Common(name, own) > 0) ? own : row.Progress[sentence.Start..Math.Max(readings[index].Quantity.ValueSpan.End, sentence.Start)];
    }

    private int Common(int at, string words) => Topics.Common(_named[at], words, Others(at));

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
