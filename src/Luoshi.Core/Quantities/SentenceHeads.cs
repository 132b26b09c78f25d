namespace Luoshi.Core.Quantities;

/// <summary>Tells what stands at the head of a sentence and so is said of all of it.</summary>
internal static class SentenceHeads
{
    private const int MostTokens = 48;

    /// <summary>各项工作有序推进，<b>预计</b>全年财政收入4.1亿元: before every figure of the sentence, and at the head of a clause.</summary>
    public static bool StandsBeforeFigures(int at, List<Token> tokens)
    {
        var heads = HeadsSentence(at, tokens) || (at > 0 && tokens[at - 1].Kind == TokenKind.Comma);
        for (var far = 0; heads && at > 0 && far < MostTokens && tokens[at - 1].Kind is not (TokenKind.Stop or TokenKind.Measure or TokenKind.Rank or TokenKind.Semicolon); far++)
        {
            at--;
        }

        return heads && (at == 0 || tokens[at - 1].Kind == TokenKind.Stop);
    }

    /// <summary><b>预计</b>全年财政收入4.1亿元: before whatever else the sentence says.</summary>
    public static bool HeadsSentence(int at, List<Token> tokens)
    {
        while (at > 0 && (tokens[at - 1].Kind is TokenKind.Date || tokens[at - 1].Is(WordClass.Scope | WordClass.Adverb) || (tokens[at - 1].Kind == TokenKind.Comma && at > 1 && tokens[at - 2].Kind == TokenKind.Date)))
        {
            at--;
        }

        return at == 0 || tokens[at - 1].Kind == TokenKind.Stop;
    }
}
