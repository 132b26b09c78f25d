namespace Luoshi.Core.Reporting;

/// <summary>督查认定 — the reviewer's own view of a return. Never merged with the unit's claim or the computed verdict.</summary>
public enum Judgement
{
    /// <summary>认可.</summary>
    Accepted,

    /// <summary>存疑.</summary>
    Doubted,

    /// <summary>不认可.</summary>
    Rejected,
}

/// <summary>The words for a <see cref="Judgement"/>.</summary>
public static class Judgements
{
    public static string Name(this Judgement judgement) => judgement switch
    {
        Judgement.Accepted => "认可",
        Judgement.Doubted => "存疑",
        Judgement.Rejected => "不认可",
    };
}
