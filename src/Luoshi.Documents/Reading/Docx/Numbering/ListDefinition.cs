namespace Luoshi.Documents.Reading.Docx.Numbering;

/// <summary>
/// What the lists of one look (<c>w:abstractNum</c>) share: the levels, and the counters too, for Word goes on counting from one list to the
/// next unless a list asks for a start of its own.
/// </summary>
internal sealed class ListDefinition
{
    public const int LevelCount = 9;

    private readonly int?[] _counters = new int?[LevelCount];

    public ListLevel?[] Levels { get; } = new ListLevel?[LevelCount];

    /// <summary>The numbering style that holds the levels, where they are not here.</summary>
    public string? LinkedStyle { get; set; }

    /// <summary>Counts one paragraph on at a level; <paramref name="restart"/> is a list's own start, given once.</summary>
    public void Advance(int level, int start, int? restart)
    {
        _counters[level] = restart ?? (_counters[level] + 1) ?? start;
        for (var deeper = level + 1; deeper < LevelCount; deeper++)
        {
            if (Levels[deeper]?.RestartsAfter is not { } after || level < after)
            {
                _counters[deeper] = null;
            }
        }
    }

    /// <summary>The number a level stands at; null when it has not begun.</summary>
    public int? Current(int level) => _counters[level];
}

/// <summary>A list in the document (<c>w:num</c>): a definition and what this list changes in it.</summary>
internal sealed class ListInstance
{
    public int DefinitionId { get; set; }

    public ListLevel?[] Levels { get; } = new ListLevel?[ListDefinition.LevelCount];

    /// <summary>Starts that this list sets itself. Each counts for its first paragraph only and is null afterwards.</summary>
    public int?[] Starts { get; } = new int?[ListDefinition.LevelCount];
}
