namespace Luoshi.Core.Quantities;

/// <summary>A stretch of a text, counted in UTF-16 code units from 0. Never reaches outside the text it was read from.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first position after the span.</summary>
    public int End => Start + Length;

    /// <summary>The stretch from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);

    /// <summary>Whether <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Exactly the substring of <paramref name="text"/>, the text that was read.</summary>
    public string Of(string text) => text.Substring(Start, Length);
}
