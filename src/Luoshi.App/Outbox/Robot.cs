namespace Luoshi.App.Outbox;

public enum RobotKind
{
    /// <summary>钉钉群机器人.</summary>
    DingTalk,

    /// <summary>飞书群机器人.</summary>
    Feishu,

    /// <summary>企业微信群机器人.</summary>
    WeCom,

    /// <summary>A system of the office that takes JSON.</summary>
    Webhook,
}

/// <summary>机器人 — where messages to a group or to another system go. Its address and secret are written and never shown again.</summary>
public sealed class Robot
{
    /// <summary>DingTalk mutes a robot for ten minutes that says more than twenty things in one; ten at once and one every six seconds never do.</summary>
    public const int Burst = 10;

    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(6);

    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public required RobotKind Kind { get; init; }

    /// <summary>Encrypted: with WeCom, and mostly with the others, who knows the address may speak.</summary>
    public required string ProtectedUrl { get; set; }

    /// <summary>Encrypted; null where none is used.</summary>
    public string? ProtectedSecret { get; set; }

    /// <summary>When its bucket would be full again, in UTC: the whole state of the bucket in one instant.</summary>
    public DateTime BusyUntil { get; set; } = DateTime.UnixEpoch;

    /// <summary>What <see cref="BusyUntil"/> becomes when one more is said now; null when it has said enough for the moment.</summary>
    public static DateTime? TakeToken(DateTime busyUntil, DateTime now)
    {
        var from = busyUntil > now ? busyUntil : now;
        return from + Pace - now > Burst * Pace ? null : from + Pace;
    }
}
