using Luoshi.Core.Checks;

namespace Luoshi.Core.Reporting;

/// <summary>What became of a doubt.</summary>
public enum DoubtState
{
    /// <summary>待回复.</summary>
    Open,

    /// <summary>已说明: the unit says how it comes.</summary>
    Explained,

    /// <summary>已更正: the text that raised it is gone.</summary>
    Corrected,

    /// <summary>已接受: the office lets it stand and is not to be asked again.</summary>
    Accepted,
}

/// <summary>The words for a <see cref="DoubtState"/>.</summary>
public static class DoubtStates
{
    public static string Name(this DoubtState state) => state switch
    {
        DoubtState.Open => "待回复",
        DoubtState.Explained => "已说明",
        DoubtState.Corrected => "已更正",
        DoubtState.Accepted => "已接受",
    };
}

/// <summary>疑点 on a return, with what was answered. Remembered next month by its <see cref="Key"/>.</summary>
public sealed class RaisedDoubt
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid ReportId { get; init; }

    public required Guid TaskId { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid PostId { get; init; }

    public required ReportingPeriod Month { get; init; }

    /// <summary>The same question about the same promise has the same key, month after month.</summary>
    public required string Key { get; init; }

    public required DoubtCode Code { get; init; }

    public required DoubtStrength Strength { get; set; }

    public required string Message { get; init; }

    /// <summary>Where it rests in the text that was submitted last.</summary>
    public required List<Evidence> Evidence { get; set; }

    public DoubtState State { get; private set; }

    public string? Answer { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>What was answered when it was raised in an earlier month; null where it is new.</summary>
    public string? EarlierAnswer { get; set; }

    public int Version { get; private set; } = 1;

    /// <summary>The key of a doubt on a task: its code and the promise it rests on, whatever the figures of the month.</summary>
    public static string KeyOf(Doubt doubt)
    {
        var promise = string.Concat(doubt.Evidence.Where(evidence => evidence.Field is "content" or "target").Select(evidence => evidence.Text).Order(StringComparer.Ordinal));
        return $"{doubt.Code.Code()}:{promise[..Math.Min(promise.Length, 80)]}";
    }

    /// <summary>说明 by the unit, 接受 by the office.</summary>
    /// <returns>Null when it is answered; <c>doubt-settled</c>, <c>answer-missing</c> or <c>answer-unknown</c>.</returns>
    public Refusal? Settle(DoubtState state, string? answer, Guid by, DateTime now)
    {
        if (State is DoubtState.Corrected or DoubtState.Accepted)
        {
            return new Refusal("doubt-settled", $"这个疑点{State.Name()}。");
        }

        if (state is DoubtState.Open or DoubtState.Corrected)
        {
            return new Refusal("answer-unknown", "疑点只能说明或接受；改了报送内容后，系统会自动记为已更正。");
        }

        if (state == DoubtState.Explained && string.IsNullOrWhiteSpace(answer))
        {
            return new Refusal("answer-missing", "请写明情况，例如数据的统计口径或来源。");
        }

        (State, Answer, AnsweredBy, AnsweredAt) = (state, string.IsNullOrWhiteSpace(answer) ? null : answer.Trim(), by, now);
        Version++;
        return null;
    }

    /// <summary>What is asked once however often it is found: doubts of one key and one wording.</summary>
    public static IEnumerable<Doubt> Distinct(IEnumerable<Doubt> doubts) => doubts.DistinctBy(doubt => (KeyOf(doubt), doubt.Message));

    /// <summary>再次提出 — a new submission raises it as well. One that was corrected is asked again, with the earlier answer beside it; any other keeps its answer.</summary>
    public void RaiseAgain(Doubt doubt)
    {
        if (State == DoubtState.Corrected)
        {
            EarlierAnswer = Answer ?? EarlierAnswer;
            (State, Answer, AnsweredBy, AnsweredAt) = (DoubtState.Open, null, null, null);
            Version++;
        }

        (Strength, Evidence) = (doubt.Strength, [.. doubt.Evidence]);
    }

    /// <summary>已更正 — a new submission no longer raises it.</summary>
    public void Correct()
    {
        if (State != DoubtState.Corrected)
        {
            State = DoubtState.Corrected;
            Version++;
        }
    }
}
