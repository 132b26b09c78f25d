namespace Luoshi.Core.Reminding;

/// <summary>催报 — the one message to a unit, with everything that waits for it.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Lines">The most urgent first.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text; paragraphs and lines are separated by <c>\n</c>.</param>
public sealed record UnitDigest(Guid UnitId, IReadOnlyList<ReminderLine> Lines, string Subject, string Body);

/// <summary>One item, and how it stands at the moment of asking.</summary>
public sealed record ReminderLine(ReminderItem Item, ReminderStage Stage, string Text);
