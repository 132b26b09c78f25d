namespace Luoshi.Documents.Reading.Pdf;

/// <summary>
/// What stands on one page, as it is seen: x to the right, y downwards from the top left corner of the visible page, in points.
/// </summary>
internal sealed record PageMarks(int Number, double Width, double Height, IReadOnlyList<Glyph> Glyphs, IReadOnlyList<Ruling> Rulings);

/// <summary>
/// One letter, <see cref="WithoutMeaning"/> where the font does not tell which. <paramref name="End"/> is where the baseline leaves it,
/// <paramref name="Size"/> the height of its font as printed.
/// </summary>
internal readonly record struct Glyph(string Text, Point Start, Point End, double Size, Heading Heading, bool Invisible, bool Pale)
{
    public const string WithoutMeaning = "\uFFFD";

    public double Left => Start.X;

    public double Right => End.X;

    public double Baseline => Start.Y;

    /// <summary>The letter's middle, which decides the cell it stands in: descenders may touch a border, the middle does not.</summary>
    public Point Middle => new((Left + Right) / 2, Baseline - (Size * 0.35));
}

internal readonly record struct Point(double X, double Y);

/// <summary>Where the text runs to.</summary>
internal enum Heading
{
    Right,
    Down,
    Left,
    Up,
    Slanted,
}

/// <summary>A straight horizontal or vertical line: <paramref name="At"/> is its y or x, the rest its reach along the other axis.</summary>
internal readonly record struct Ruling(bool Horizontal, double At, double From, double To);
