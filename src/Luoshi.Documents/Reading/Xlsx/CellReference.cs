using System.Globalization;

namespace Luoshi.Documents.Reading.Xlsx;

/// <summary>A place on a sheet. Columns count from 0, as the grid of a table does; rows from 1, as people do.</summary>
internal readonly record struct CellReference(int Column, int Row)
{
    public const int Columns = 16_384;
    public const int Rows = 1_048_576;

    /// <summary>Reads <c>B7</c> or <c>$B$7</c>; null for anything that is no place on a sheet.</summary>
    public static CellReference? Parse(ReadOnlySpan<char> reference)
    {
        var i = 0;
        var column = 0;
        Skip('$', reference, ref i);
        for (; i < reference.Length && char.IsAsciiLetter(reference[i]) && column <= Columns; i++)
        {
            column = (column * 26) + (reference[i] & 0x1F);
        }

        Skip('$', reference, ref i);
        return column is > 0 and <= Columns && ParseRow(reference[i..]) is { } row ? new CellReference(column - 1, row) : null;
    }

    /// <summary>A row's number; null for anything that is no row of a sheet.</summary>
    public static int? ParseRow(ReadOnlySpan<char> number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is > 0 and <= Rows ? row : null;

    /// <summary>A, B … XFD.</summary>
    public static string ColumnName(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{ColumnName((column / 26) - 1)}{(char)('A' + (column % 26))}";

    public override string ToString() => $"{ColumnName(Column)}{Row}";

    private static void Skip(char character, ReadOnlySpan<char> text, ref int i)
    {
        if (i < text.Length && text[i] == character)
        {
            i++;
        }
    }
}
