namespace Luoshi.Core.Reading;

/// <summary>The mark a numbered line begins with: 1. 1、 （一） (1) 一、 ① 第一项.</summary>
public static class ListMark
{
    /// <summary>The line without its mark; the line itself when it has none.</summary>
    public static string Strip(string line) => TryRead(line, out _, out var length) ? line[length..].TrimStart() : line;

    /// <summary>Reads the mark: its number and how many characters it takes. A decimal fraction or a date is no mark.</summary>
    public static bool TryRead(string line, out int number, out int length)
    {
        number = 0;
        length = 0;
        if (line.Length < 2)
        {
            return false;
        }

        if (line[0] is (>= '①' and <= '⒛') or (>= '㈠' and <= '㈩'))
        {
            length = 1;
            return ChineseNumber.TryParse(line.AsSpan(0, 1), out number);
        }

        var bracketed = line[0] is '（' or '(';
        var start = bracketed || line[0] == '第' ? 1 : 0;
        var end = start;
        while (end < line.Length && end - start < 4 && IsNumeral(line[end]))
        {
            end++;
        }

        if (end == start || end >= line.Length || !ChineseNumber.TryParse(line.AsSpan(start, end - start), out number))
        {
            return false;
        }

        var closing = line[end];
        length = end + 1;
        if (bracketed)
        {
            return closing is '）' or ')';
        }

        if (line[0] == '第')
        {
            length += closing == '部' && length < line.Length && line[length] == '分' ? 1 : 0;
            return closing is '项' or '条' or '部' or '章' or '节' && length < line.Length && (line[length] is '、' or '：' or ':' or '.' or '．' || char.IsWhiteSpace(line[length])) && ++length > 0;
        }

        // 3.5 is a number, 3. a mark.
        return closing is '、' or '．' or '）' or ')' || (closing == '.' && (length >= line.Length || !char.IsAsciiDigit(line[length])));
    }

    private static bool IsNumeral(char c) => char.IsAsciiDigit(PlainText.HalfWidth(c)) || "零〇一二三四五六七八九十百".Contains(c, StringComparison.Ordinal);
}
