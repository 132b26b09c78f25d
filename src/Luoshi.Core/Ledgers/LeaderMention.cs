namespace Luoshi.Core.Ledgers;

/// <summary>
/// 分管领导 as a document names one: a person's name, a post (<c>常务副区长</c>), or both.
/// At least one is present. The ledger keys leaders by post; the name is a dated holder.
/// </summary>
public sealed record LeaderMention(string? Name, string? Title);
