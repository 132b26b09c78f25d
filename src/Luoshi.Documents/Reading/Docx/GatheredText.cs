using System.Buffers;

namespace Luoshi.Documents.Reading.Docx;

/// <summary>
/// The text of the cell or paragraph that is being read. One buffer serves the whole document.
/// </summary>
internal sealed class GatheredText(ReadBudget budget)
{
    private const int ChunkLength = 1024;

    private static readonly SearchValues<char> MarkupBreaks = SearchValues.Create("\t\n\r");

    private char[] _characters = new char[4 * ChunkLength];
    private int _paragraphStart;

    public int Length { get; private set; }

    public void Append(char character)
    {
        MakeRoom(1);
        _characters[Length++] = character;
    }

    /// <summary>Says that a paragraph begins here.</summary>
    public void StartParagraph() => _paragraphStart = Length;

    /// <summary>Puts a text before what the paragraph has so far.</summary>
    public void InsertBeforeParagraph(string text)
    {
        MakeRoom(text.Length);
        _characters.AsSpan(_paragraphStart, Length - _paragraphStart).CopyTo(_characters.AsSpan(_paragraphStart + text.Length));
        text.CopyTo(_characters.AsSpan(_paragraphStart));
        Length += text.Length;
    }

    /// <summary>Takes in the text the walk stands on, or as much of it as the budget allows before it refuses.</summary>
    public void AppendFrom(WordXml xml)
    {
        int read;
        do
        {
            MakeRoom(ChunkLength);
            read = xml.ReadText(_characters, Length, ChunkLength);

            // Line ends and tabs in the markup are spaces to Word; those that people typed are elements of their own.
            var added = _characters.AsSpan(Length, read);
            added.ReplaceAny(MarkupBreaks, ' ');
            Length += read;
        }
        while (read > 0);
    }

    public void CutBack(int length) => Length = length;

    /// <summary>Drops white space at the end, but nothing before <paramref name="start"/>.</summary>
    public void TrimEnd(int start)
    {
        while (Length > start && char.IsWhiteSpace(_characters[Length - 1]))
        {
            Length--;
        }
    }

    /// <summary>What was gathered, trimmed; the buffer is empty afterwards.</summary>
    public string Take()
    {
        var text = _characters.AsSpan(0, Length).Trim();
        Length = 0;
        _paragraphStart = 0;
        return text.ToString();
    }

    private void MakeRoom(int more)
    {
        budget.CheckCellLength(Length);
        if (Length + more > _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, Length + more));
        }
    }
}
