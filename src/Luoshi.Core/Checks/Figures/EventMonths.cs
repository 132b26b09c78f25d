using System.Buffers;
using System.Globalization;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Figures;

/// <summary>人才新政4月发布；引进博士17名: the month in which something else came about is not the time of the figures behind it.</summary>
internal static class EventMonths
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("0123456789年今去截至到止，、-— ");

    /// <summary>The figures without such months. 5月，…… and 5月份新增…… at the head of a sentence stay.</summary>
    public static IReadOnlyList<Quantity> Dropped(string progress, IReadOnlyList<Quantity> read) => ReadFigures.Changed(
        read,
        quantity => quantity is { Kind: not QuantityKind.Deadline, From: { Month: > 1 } from, To: { } to } && from == to && IsOfAnEvent(progress, Clauses.SentenceAround(progress, quantity.Span), from.Month)
            ? quantity with { From = null, To = null }
            : null);

    private static bool IsOfAnEvent(string progress, TextSpan own, int month)
    {
        var named = month.ToString(CultureInfo.InvariantCulture) + "月";
        if (own.Start < 2 || own.Of(progress).Contains('月', StringComparison.Ordinal) || progress.LastIndexOf(named, own.Start - 1, StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return false;
        }

        // What opens its sentence, or follows the year or 截至 there, is the time of what is told.
        var sentence = Clauses.SentenceAround(progress, new TextSpan(at, 0));
        return at - sentence.Start > 0 && progress.AsSpan(sentence.Start, at - sentence.Start).IndexOfAnyExcept(Opening) >= 0;
    }
}
