namespace Luoshi.Core.Quantities;

/// <summary>分别: gives the nouns of a sentence to its figures in turn.</summary>
internal static class SharedTurn
{
    private const int MostTokens = 16;

    /// <summary>Whether a figure without a noun of its own goes on with what stood before 分别.</summary>
    public static bool Continues(FigureParts parts, string? metric) => !parts.Lead.Is(WordClass.Respectively) && metric is null
        && parts.State.Shared.Count > parts.State.NextShared && parts.Lead.First > 0
        && (parts.Tokens[parts.Lead.First - 1].Kind is TokenKind.Pause or TokenKind.Comma || parts.Text[parts.Tokens[parts.Lead.First].Start - 1] is '和' or '与' or '及');

    /// <summary>The noun whose turn it is; null where the figure has nothing to do with 分别.</summary>
    public static string? Metric(FigureParts parts, string? metric, bool continues)
    {
        var state = parts.State;
        if (parts.Lead.Is(WordClass.Respectively))
        {
            state.Shared = Nouns(parts, metric);
            state.LastShared = state.Shared;
            state.NextShared = 1;
            state.SharedCompares = parts.Phrase.Against is not null || parts.Lead.Is(WordClass.Than);
            state.SharedAgainst = parts.Lead.Against;
            state.SharedLead = parts.Lead.Classes & ~WordClass.Respectively;
            return state.Shared.Count > 1 ? state.Shared[0] : null;
        }

        return continues ? state.Shared[state.NextShared++] : null;
    }

    /// <summary>分别为10.0%，10.5%，10.3%: commas part the figures, too.</summary>
    private static bool IsBetweenFigures(int at, List<Token> tokens) =>
        tokens[at].Kind == TokenKind.Comma && at + 1 < tokens.Count && tokens[at - 1].Kind == TokenKind.Measure && tokens[at + 1].Kind == TokenKind.Measure && (at + 2 == tokens.Count || tokens[at + 2].Kind is TokenKind.Comma or TokenKind.Pause or TokenKind.Stop or TokenKind.Semicolon);

    /// <summary>One noun for every figure after 分别; without nouns of its own the clause's topics; one noun alone for all of them.</summary>
    private static List<string> Nouns(FigureParts parts, string? metric)
    {
        var figures = 1;
        for (var at = parts.At + 1; at < parts.Tokens.Count && at - parts.At < MostTokens && (parts.Tokens[at].Kind is TokenKind.Measure or TokenKind.Pause or TokenKind.Text or TokenKind.Word || IsBetweenFigures(at, parts.Tokens)); at++)
        {
            figures += parts.Tokens[at].Kind == TokenKind.Measure ? 1 : 0;
        }

        if (metric is null && figures > 1 && parts.State.LastShared.Count == figures)
        {
            return [.. parts.State.LastShared];
        }

        if (metric is null && parts.State.Topics.Count >= figures)
        {
            return parts.State.Topics[^figures..];
        }

        if (metric is { Length: 3 or 4 } total && total[0] is '总' && parts.State.Topics.Count >= figures && figures > 1)
        {
            // 新增高速公路1317公里、一级公路2667公里，总里程分别达4246公里和3166公里.
            return [.. parts.State.Topics[^figures..].Select(topic => topic + total)];
        }

        var nouns = SharedNouns.Split(metric ?? parts.State.Topic, figures);
        return nouns.Count == 1 ? [.. Enumerable.Repeat(nouns[0], figures)] : [.. nouns];
    }
}
