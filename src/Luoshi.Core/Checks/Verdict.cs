namespace Luoshi.Core.Checks;

/// <summary>测算 — what the figures in the text say of a target at the time of the report. Never a judgement on people.</summary>
public enum Verdict
{
    /// <summary>The whole target has been reached.</summary>
    Met,

    /// <summary>Further than the time gone by.</summary>
    Ahead,

    /// <summary>As far as plan or time ask, within the tolerance.</summary>
    OnTrack,

    /// <summary>Less than plan, time or target ask.</summary>
    Behind,

    /// <summary>There is a figure, but of another scope, stage or measure.</summary>
    NotComparable,

    /// <summary>There is no figure to compare.</summary>
    NoNumber,
}

/// <summary>The words for a <see cref="Verdict"/>.</summary>
public static class VerdictWords
{
    /// <summary>The contract's word.</summary>
    public static string Code(this Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.Ahead => "ahead",
        Verdict.OnTrack => "on-track",
        Verdict.Behind => "behind",
        Verdict.NotComparable => "not-comparable",
        Verdict.NoNumber => "no-number",
    };

    /// <summary>The office's word.</summary>
    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.Met => "已达目标",
        Verdict.Ahead => "超进度",
        Verdict.OnTrack => "达进度",
        Verdict.Behind => "欠进度",
        Verdict.NotComparable => "口径不一",
        Verdict.NoNumber => "无可比数字",
    };
}
