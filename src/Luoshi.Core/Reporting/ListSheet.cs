namespace Luoshi.Core.Reporting;

/// <summary>What a column of a list holds.</summary>
public enum ListColumnKind
{
    Text,
    Number,

    /// <summary>A <see cref="DateOnly"/>, or a <see cref="DateTime"/> as people there read the clock.</summary>
    Date,

    /// <summary>A share of one: 0.6667 is 66.67%.</summary>
    Percent,
}

/// <summary>A column of a list; its width counts digits, two to a Chinese character.</summary>
public sealed record ListColumn(string Header, int Width, ListColumnKind Kind = ListColumnKind.Text);

/// <summary>列表 — rows to be handed on as a file: what a page lists, without the page.</summary>
public sealed record ListSheet
{
    public required string Title { get; init; }

    /// <summary>As of when, for whom, how filtered.</summary>
    public string? Subtitle { get; init; }

    public required IReadOnlyList<ListColumn> Columns { get; init; }

    /// <summary>
    /// Read once, row by row, each with one value for each column. A value that is not of its column's kind is shown as text; null is an
    /// empty cell.
    /// </summary>
    public required IEnumerable<IReadOnlyList<object?>> Rows { get; init; }
}
