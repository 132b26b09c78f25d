namespace Luoshi.Documents.Reading.Pdf;

/// <summary>How characters behave at the end of a line in Chinese setting.</summary>
internal static class Script
{
    private const string NeverFirst = "，。、；：！？）》】」』〕％…‰”’,.;:!?)]}%";
    private const string NeverLast = "（《【「『〔“‘([{";

    /// <summary>Letters that are set in words: what is neither Chinese nor full width.</summary>
    public static bool IsLatin(char character) => character is > ' ' and < '\u2000' and not '\u00B7';

    public static bool MayNotStartALine(char character) => NeverFirst.Contains(character, StringComparison.Ordinal);

    public static bool MayNotEndALine(char character) => NeverLast.Contains(character, StringComparison.Ordinal);
}
