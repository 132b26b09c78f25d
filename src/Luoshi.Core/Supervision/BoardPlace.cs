using Luoshi.Core.Reporting;

namespace Luoshi.Core.Supervision;

/// <summary>Where an item lies in the office's month. Disjoint: whatever is asked is in one place, so that the counts add up to it.</summary>
public enum BoardPlace
{
    /// <summary>未报 — nothing came, and there is still time.</summary>
    Open,

    /// <summary>逾期未报.</summary>
    Missing,

    /// <summary>待签发 — written, and still with the unit.</summary>
    AwaitingSignOff,

    /// <summary>待审.</summary>
    InReview,

    /// <summary>退回未重报.</summary>
    Returned,

    /// <summary>已通过, in a material or not.</summary>
    Approved,

    /// <summary>不必报 — exempt, or only welcome.</summary>
    NotAsked,
}

/// <summary>The rule and the words for a <see cref="BoardPlace"/>.</summary>
public static class BoardPlaces
{
    public static BoardPlace Of(DueState state, ReturnStatus? status) => (state, status) switch
    {
        (DueState.Exempt or DueState.Voluntary, _) => BoardPlace.NotAsked,
        (_, ReturnStatus.Approved or ReturnStatus.Frozen) => BoardPlace.Approved,
        (_, ReturnStatus.InReview) => BoardPlace.InReview,
        (_, ReturnStatus.AwaitingSignOff) => BoardPlace.AwaitingSignOff,
        (_, ReturnStatus.Returned) => BoardPlace.Returned,
        (DueState.Missing, _) => BoardPlace.Missing,

        // Came once, and its own head gave it back: it is on the unit's desk, not ours.
        (DueState.OnTime or DueState.Late, _) => BoardPlace.AwaitingSignOff,
        _ => BoardPlace.Open,
    };

    public static string Name(this BoardPlace place) => place switch
    {
        BoardPlace.Open => "未报",
        BoardPlace.Missing => "逾期未报",
        BoardPlace.AwaitingSignOff => "待签发",
        BoardPlace.InReview => "待审",
        BoardPlace.Returned => "退回未重报",
        BoardPlace.Approved => "已通过",
        BoardPlace.NotAsked => "不必报",
    };
}
