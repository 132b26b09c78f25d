using Luoshi.Core.Calendars;

namespace Luoshi.App.Calendars;

/// <summary>The free and the make-up days of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Source">The notice or rule that they come from.</param>
/// <param name="IsProvisional">Not yet published: only the days of the general rule, without 调休. The office must be told to check.</param>
/// <param name="Note">What to check; null when there is nothing.</param>
/// <param name="Days">In the order of the year.</param>
public sealed record StatutoryYear(int Year, string Source, bool IsProvisional, string? Note, IReadOnlyList<CalendarDay> Days);
