using System.Globalization;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;

namespace Luoshi.Documents.Writing;

/// <summary>One value of a list: as a number where it is one, and as people read it.</summary>
internal readonly record struct ListCell(object? Value, ListColumnKind Kind)
{
    // Excel believes that 1900 was a leap year: the days before its 1st of March are numbered differently by everybody.
    private static readonly DateTime s_firstSafeDay = new(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The number, as XML and CSV write one; null for what is none.</summary>
    public string? Number => Kind is ListColumnKind.Number or ListColumnKind.Percent ? Invariant(Value) : null;

    /// <summary>The day as the sheet counts it, null for what is no day that it can count.</summary>
    public string? SerialDay => Kind == ListColumnKind.Date && Moment is { } moment && moment >= s_firstSafeDay
        ? moment.ToOADate().ToString("R", CultureInfo.InvariantCulture)
        : null;

    /// <summary>Whether an hour is said with the day.</summary>
    public bool HasTime => Moment is { TimeOfDay: var time } && time != TimeSpan.Zero;

    /// <summary>2024年4月28日17:00, 66.67%, −3.5, the text itself; empty for nothing.</summary>
    public string Shown => Kind == ListColumnKind.Percent && Share is { } share ? share.ToString("0.##%", CultureInfo.InvariantCulture)
        : Kind == ListColumnKind.Date && Moment is { } moment ? DateOnly.FromDateTime(moment).InWords() + (HasTime ? moment.ToString("HH:mm", CultureInfo.InvariantCulture) : "")
        : Number ?? Text;

    /// <summary>As <see cref="Shown"/>, with days that other programs take for days: 2024-04-28 17:00.</summary>
    public string ForPrograms => Kind == ListColumnKind.Date && Moment is { } moment
        ? moment.ToString(HasTime ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Shown;

    /// <summary>Whether the value is what its column holds, so that nothing in it can be taken for a formula.</summary>
    public bool IsOfItsKind => Number is not null || (Kind == ListColumnKind.Date && Moment is not null);

    private DateTime? Moment => Value switch
    {
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        DateTime moment => moment,
        _ => null,
    };

    private decimal? Share => Value switch
    {
        decimal share => share,
        double share when Math.Abs(share) < 1e9 => (decimal)share,
        int share => share,
        _ => null,
    };

    private string Text => Value switch
    {
        null => "",
        string text => text,
        DateOnly day => day.InWords(),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => Value.ToString() ?? "",
    };

    private static string? Invariant(object? value) => value switch
    {
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        double number when double.IsFinite(number) => number.ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };
}
