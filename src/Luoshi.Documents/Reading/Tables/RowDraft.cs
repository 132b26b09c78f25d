using System.Text;
using Luoshi.Core.Ledgers;
using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>The texts of one row by column, while rows that a page break tore off may still be joined to it.</summary>
internal sealed class RowDraft(TableColumns columns, string[] texts, SourceLocation location)
{
    private const int LongestTornName = 12;
    private const string SentenceEnds = "。；！？!?;：:";

    public TableColumns Columns => columns;

    public SourceLocation Location => location;

    /// <summary>Of a text that stands across several months: the column of the last one, by the column of the first.</summary>
    public IReadOnlyDictionary<int, int> LastPeriods { get; init; } = new Dictionary<int, int>();

    public string this[int index] => texts[index];

    /// <summary>The text of the first column with the role; empty when the table has no such column.</summary>
    public string Of(ColumnRole role)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            if (columns.Columns[i].Role == role)
            {
                return texts[i];
            }
        }

        return "";
    }

    /// <summary>Adds the torn-off rest of each cell: in the middle of a sentence without a break, after its end as a new paragraph.</summary>
    public void Append(string[] rest)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Join(texts[i], rest[i]);
        }
    }

    /// <summary>
    /// Whether the row below is the other half of this one: it has no number, answer, unit or task of its own. Only the first row of a
    /// page may go on with a task or a name that stops in the middle.
    /// </summary>
    public bool IsContinuedBy(string[] rest, bool firstOfPage)
    {
        var hasKeys = false;
        for (var i = 0; i < texts.Length; i++)
        {
            var role = columns.Columns[i].Role;
            var isKey = role is ColumnRole.Number or ColumnRole.Frequency or ColumnRole.PlanMet;
            var isName = role is ColumnRole.Leader or ColumnRole.LeadUnits or ColumnRole.ResponsibleUnits or ColumnRole.Deadline;
            hasKeys |= (isKey || isName) && texts[i].Length > 0;
            if (rest[i].Length > 0
                && (isKey || isName || role == ColumnRole.Content)
                && !(firstOfPage && IsUnfinished(texts[i]) && (role == ColumnRole.Content || (isName && IsTornName(texts[i], rest[i])))))
            {
                return false;
            }
        }

        return hasKeys;
    }

    private static bool IsUnfinished(string text) => text.Length > 0 && !SentenceEnds.Contains(text[^1], StringComparison.Ordinal) && text[^1] is not ('”' or '）' or ')');

    private static bool IsTornName(string first, string second) =>
        second.Length <= LongestTornName && UnitMentions.Parse(first + second).Lead.Count == UnitMentions.Parse(first).Lead.Count;

    private static string Join(string first, string second)
    {
        if (first.Length == 0 || second.Length == 0)
        {
            return first + second;
        }

        var newParagraph = SentenceEnds.Contains(first[^1], StringComparison.Ordinal) || ListMark.TryRead(second, out _, out _);
        var builder = new StringBuilder(first.Length + second.Length + 1).Append(first);
        if (newParagraph)
        {
            builder.Append('\n');
        }
        else if (char.IsAsciiLetter(first[^1]) && char.IsAsciiLetter(second[0]))
        {
            builder.Append(' ');
        }

        return builder.Append(second).ToString();
    }
}
