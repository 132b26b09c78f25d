namespace Luoshi.Core.Reporting;

/// <summary>
/// 报送率 — of what had to be reported by now: on time, late, missing. The three shares are disjoint and sum to exactly 100 %.
/// </summary>
public sealed record ReportingRate
{
    private ReportingRate(int onTime, int late, int missing)
    {
        (OnTimeCount, LateCount, MissingCount) = (onTime, late, missing);
        var shares = Percentage.Shares(onTime, late, missing);
        (OnTime, Late, Missing) = (shares[0], shares[1], shares[2]);
    }

    public int OnTimeCount { get; }

    public int LateCount { get; }

    public int MissingCount { get; }

    /// <summary>How many items the shares are shares of.</summary>
    public int Count => OnTimeCount + LateCount + MissingCount;

    /// <summary>按时率</summary>
    public Percentage OnTime { get; }

    /// <summary>迟报率</summary>
    public Percentage Late { get; }

    /// <summary>逾期率</summary>
    public Percentage Missing { get; }

    /// <summary>报送率 — what came, on time or late.</summary>
    public Percentage Reported => new(OnTime.BasisPoints + Late.BasisPoints);

    /// <summary>
    /// What still has time, is not due, exempt or voluntary does not count. Null when nothing counts: nothing asked is not 0 %.
    /// </summary>
    public static ReportingRate? Of(IEnumerable<DueState> states)
    {
        var counts = states.CountBy(state => state).ToDictionary();
        var (onTime, late, missing) = (Count(DueState.OnTime), Count(DueState.Late), Count(DueState.Missing));
        return onTime + late + missing == 0 ? null : new ReportingRate(onTime, late, missing);

        int Count(DueState state) => counts.GetValueOrDefault(state);
    }
}
