namespace Luoshi.Core;

/// <summary>
/// 拒绝 — an input or a step that the rules do not allow. Callers branch on <paramref name="Code"/> (kebab-case, never changes);
/// people read <paramref name="Message"/> (Chinese: what, where, what to do).
/// </summary>
public sealed record Refusal(string Code, string Message);
