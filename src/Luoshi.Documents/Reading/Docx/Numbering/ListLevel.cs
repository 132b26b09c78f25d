namespace Luoshi.Documents.Reading.Docx.Numbering;

/// <summary>One level of a list, as <c>w:lvl</c> describes it. <see cref="Text"/> has <c>%1</c> … <c>%9</c> where the numbers of the levels go.</summary>
internal sealed class ListLevel
{
    public int Start { get; set; }

    public string Format { get; set; } = "decimal";

    public string Text { get; set; } = "";

    /// <summary>Whether a tab or space stands between number and text. A tab only positions the text on paper: both are read as a space.</summary>
    public bool HasSpaceAfter { get; set; } = true;

    /// <summary>The level, counted from 1, whose numbers make this one begin anew; 0 never, null any higher one.</summary>
    public int? RestartsAfter { get; set; }

    /// <summary>Higher levels are shown as plain digits here, whatever their own format: 第一章 but 1.1.</summary>
    public bool IsLegal { get; set; }

    /// <summary>The paragraph style that is tied to this level.</summary>
    public string? Style { get; set; }
}
