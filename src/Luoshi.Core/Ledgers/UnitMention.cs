namespace Luoshi.Core.Ledgers;

/// <summary>
/// A unit as a document names it: <c>区府办（金融）</c> is the name <c>区府办</c> with the qualifier <c>金融</c>,
/// which says whose hand in the unit is meant. Which <em>Unit</em> it is, the ledger decides.
/// </summary>
public sealed record UnitMention(string Name, string? Qualifier = null);
