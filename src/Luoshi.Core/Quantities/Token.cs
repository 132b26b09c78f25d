namespace Luoshi.Core.Quantities;

internal enum TokenKind : byte
{
    Text,
    Word,
    Measure,
    Rank,
    Date,
    Pause,
    Comma,
    Semicolon,
    Stop,
    Colon,
    Open,
    Close,
}

/// <summary>
/// A piece of text. <paramref name="Data"/> points into the list of measures or dates; for a parenthesis it is the token of its other half, or -1.
/// </summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, WordClass Class = WordClass.None, int Data = -1)
{
    public bool Is(WordClass any) => (Class & any) != 0;
}

/// <summary>
/// A number with its unit. <paramref name="More"/> is 余 or 多: more than the number says. <paramref name="Shared"/> is the unit as written behind a
/// later figure.
/// </summary>
internal readonly record struct Measure(decimal Value, decimal? Upper, decimal Factor, Unit Unit, int UnitStart, bool More, string? Shared = null);
