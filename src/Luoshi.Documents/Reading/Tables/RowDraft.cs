using System.Text;
using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Tables;

/// <summary>The texts of one row by column, while rows that a page break tore off may still be joined to it.</summary>
internal sealed class RowDraft(TableColumns columns, string[] texts, SourceLocation location)
{
    private const string SentenceEnds = "。；！？!?;：:";

    public TableColumns Columns => columns;

    public SourceLocation Location => location;

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

    /// <summary>Whether the text stops in the middle of a sentence.</summary>
    public static bool IsUnfinished(string text) => text.Length > 0 && !SentenceEnds.Contains(text[^1], StringComparison.Ordinal) && text[^1] is not ('”' or '）' or ')');

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
