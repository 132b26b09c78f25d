using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks;

/// <summary>云溪镇建成1个，城区建成4个；新增步道21公里: a place in the middle of one item of a list says nothing of the next. At the head of a sentence it may.</summary>
internal static class CarriedScopes
{
    // A place said longer ago is none that the text still speaks of.
    private const int Farthest = 200;

    public static IReadOnlyList<Quantity> Dropped(string progress, IReadOnlyList<Quantity> read) => ReadFigures.Changed(
        read,
        quantity => quantity.Scope is { Length: > 1 } scope && IsFromTheMiddle(progress, read, scope, Clauses.SentenceAround(progress, quantity.Span)) ? quantity with { Scope = null } : null);

    private static bool IsFromTheMiddle(string progress, IReadOnlyList<Quantity> read, string scope, TextSpan own)
    {
        if (own.Start < 1 || own.Of(progress).Contains(scope, StringComparison.Ordinal) || progress.LastIndexOf(scope, own.Start - 1, Math.Min(own.Start, Farthest), StringComparison.Ordinal) is not (> 0 and var at))
        {
            return false;
        }

        // What stands before the place in its own sentence, with a figure of its own, is another item.
        return progress[at - 1] is '，' or '、' && Clauses.SentenceAround(progress, new TextSpan(at, 0)) is var sentence && !progress.AsSpan(sentence.Start, at - sentence.Start).Contains(scope, StringComparison.Ordinal) && read.Any(before => before.ValueSpan.Start >= sentence.Start && before.ValueSpan.End < at);
    }
}
