namespace Luoshi.Core.Quantities;

/// <summary>The tokens read so far. Characters that are no token of their own gather as text until the next one is added.</summary>
internal sealed class TokenList(string text)
{
    private readonly Stack<int> _open = new();
    private int _textStart = -1;

    public List<Token> Tokens { get; } = new(text.Length / 4 + 4);

    public List<Measure> Measures { get; } = [];

    public List<DateExpression> Dates { get; } = [];

    public bool HasText => _textStart >= 0;

    /// <summary>How much text has gathered before <paramref name="at"/>.</summary>
    public int TextLength(int at) => _textStart < 0 ? 0 : at - _textStart;

    /// <summary>Whether the last token is one of these words. Text that still gathers is no token yet.</summary>
    public bool LastIs(WordClass any) => Tokens.Count > 0 && Tokens[^1].Is(any);

    /// <summary>Leaves what stands from <paramref name="at"/> to <paramref name="end"/> as text.</summary>
    public int Text(int at, int end)
    {
        _textStart = _textStart < 0 ? at : _textStart;
        return end;
    }

    public int Add(TokenKind kind, int at, int end, WordClass wordClass = WordClass.None)
    {
        Flush(at);
        Tokens.Add(new Token(kind, at, end, wordClass));
        return end;
    }

    public int AddDate(int at, int end, DateExpression date)
    {
        Flush(at);
        Tokens.Add(new Token(TokenKind.Date, at, end, WordClass.None, Dates.Count));
        Dates.Add(date);
        return end;
    }

    public int AddMeasure(int at, Measure measure, int end)
    {
        Flush(at);
        Tokens.Add(new Token(TokenKind.Measure, at, end, WordClass.None, Measures.Count));
        Measures.Add(measure);
        return end;
    }

    public int AddRank(int at, int unitStart, int end, decimal rank)
    {
        Flush(at);
        Tokens.Add(new Token(TokenKind.Rank, at, end, WordClass.None, Measures.Count));
        Measures.Add(new Measure(rank, null, 1, new Unit(text[unitStart..end], 1, UnitClass.None), unitStart, false));
        return end;
    }

    public int Open(int at)
    {
        Flush(at);
        _open.Push(Tokens.Count);
        Tokens.Add(new Token(TokenKind.Open, at, at + 1));
        return at + 1;
    }

    public int Close(int at)
    {
        Flush(at);
        var open = _open.Count > 0 ? _open.Pop() : -1;
        if (open > 0 && open == Tokens.Count - 2 && Tokens[^1].Is(WordClass.YearOnYear) && Tokens[open - 1].Is(WordClass.Up | WordClass.Down))
        {
            // 同比增长（同口径）12.5%: how it is compared stands between the verb and its figure.
            Tokens.RemoveRange(open, 2);
            return at + 1;
        }

        if (open >= 0)
        {
            Tokens[open] = Tokens[open] with { Data = Tokens.Count };
        }

        Tokens.Add(new Token(TokenKind.Close, at, at + 1, WordClass.None, open));
        return at + 1;
    }

    public bool IsLineStart(int at)
    {
        Flush(at);
        return Tokens.Count == 0 || Tokens[^1].Kind is TokenKind.Stop or TokenKind.Semicolon or TokenKind.Open;
    }

    /// <summary>Makes a token of the text gathered up to <paramref name="end"/>.</summary>
    public void Flush(int end)
    {
        if (_textStart < 0)
        {
            return;
        }

        var start = _textStart;
        _textStart = -1;
        end = Math.Min(end, text.Length);
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            Tokens.Add(new Token(TokenKind.Text, start, end));
        }
    }
}
