using System.Net.Sockets;
using System.Security.Cryptography;
using Luoshi.App.Data;
using Luoshi.Core.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Outbox;

/// <summary>How one message fared.</summary>
internal enum Delivered
{
    Yes,

    /// <summary>Not for a reason that may pass.</summary>
    NotNow,

    /// <summary>Never will be.</summary>
    Never,
}

/// <summary>Sends what waits. A message is claimed before it is sent, so that no two nodes send it; one that fails is tried again, ever later.</summary>
public sealed class DeliverOutbox(LuoshiDb db, MailClient mail, WebhookClient webhooks, RobotSecrets secrets, TimeProvider clock)
{
    private const int AtOnce = 200;

    // Longer than any attempt takes: whoever died with a message in hand gives it back by then.
    private static readonly TimeSpan s_claim = TimeSpan.FromMinutes(5);

    public async Task ExecuteAsync(CancellationToken ct)
    {
        db.ActAs(Access.System);
        var now = clock.GetUtcNow().UtcDateTime;
        var (mailIsOn, webhooksAreOn) = (mail.IsOn, webhooks.IsOn);
        var waiting = await db.OutboxMessages.AsNoTracking()
            .Where(message => message.State == OutboxState.Pending && message.NextAttemptAt <= now && ((mailIsOn && message.Channel == OutboxChannel.Mail) || (webhooksAreOn && message.Channel == OutboxChannel.Webhook)))
            .OrderBy(message => message.NextAttemptAt).ThenBy(message => message.Id)
            .Take(AtOnce)
            .ToListAsync(ct);
        foreach (var message in waiting)
        {
            if (!await ClaimAsync(message, now, ct))
            {
                continue;
            }

            var (delivered, error) = message.Channel == OutboxChannel.Mail ? await MailAsync(message, ct) : await PostAsync(message, ct);
            await NoteAsync(message, delivered, error, ct);
        }
    }

    private async Task<bool> ClaimAsync(OutboxMessage message, DateTime now, CancellationToken ct)
    {
        using var turn = await db.EnterAsync(ct);
        return await Row(message).Where(row => row.State == OutboxState.Pending && row.Attempts == message.Attempts && row.NextAttemptAt == message.NextAttemptAt)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, message.Attempts + 1).SetProperty(row => row.NextAttemptAt, now + s_claim), ct) == 1;
    }

    private async Task NoteAsync(OutboxMessage message, Delivered delivered, string? error, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        using var turn = await db.EnterAsync(ct);
        if (delivered == Delivered.Yes)
        {
            await Row(message).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutboxState.Sent).SetProperty(row => row.SentAt, now).SetProperty(row => row.LastError, (string?)null), ct);
        }
        else if (delivered == Delivered.NotNow && OutboxMessage.AfterFailure(message.Attempts + 1, now) is { } next)
        {
            await Row(message).ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, next).SetProperty(row => row.LastError, error), ct);
        }
        else
        {
            await Row(message).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutboxState.Dead).SetProperty(row => row.LastError, error), ct);
        }
    }

    private async Task<(Delivered Delivered, string? Error)> MailAsync(OutboxMessage message, CancellationToken ct)
    {
        try
        {
            await mail.SendAsync(message, ct);
            return (Delivered.Yes, null);
        }
        catch (FormatException)
        {
            return (Delivered.Never, "收件人的邮箱地址不对。");
        }
        catch (Exception error) when (error is IOException or SocketException or TimeoutException or MailKit.CommandException or MailKit.ProtocolException or MailKit.Security.AuthenticationException or MailKit.Security.SslHandshakeException)
        {
            return (Delivered.NotNow, $"邮件服务器没有收下（{error.GetType().Name}）。");
        }
    }

    private async Task<(Delivered Delivered, string? Error)> PostAsync(OutboxMessage message, CancellationToken ct)
    {
        var robot = Guid.TryParse(message.To, out var id) ? await db.Robots.AsNoTracking().SingleOrDefaultAsync(robot => robot.GovernmentId == message.GovernmentId && robot.Id == id, ct) : null;
        if (robot is null)
        {
            return (Delivered.Never, "机器人已被删除。");
        }

        try
        {
            var address = new Uri(secrets.Unprotect(robot.ProtectedUrl));
            if (webhooks.Refuse(address) is { } refused)
            {
                return (Delivered.Never, refused);
            }

            if (!await TakeTokenAsync(robot, ct))
            {
                return (Delivered.NotNow, "机器人发得太密，稍后再发。");
            }

            var (url, json) = RobotMessages.Compose(robot.Kind, address, robot.ProtectedSecret is { } secret ? secrets.Unprotect(secret) : null, message, clock.GetUtcNow());
            var (status, answer) = await webhooks.PostAsync(url, json, message.IdempotencyKey, ct);
            return (int)status is < 200 or > 299 ? (Delivered.NotNow, $"对方答复 {(int)status}。")
                : RobotMessages.Rejection(robot.Kind, answer) is { } rejection ? (Delivered.NotNow, rejection)
                : (Delivered.Yes, null);
        }
        catch (Exception error) when (error is HttpRequestException or (TaskCanceledException { InnerException: TimeoutException }))
        {
            return (Delivered.NotNow, "连接不上对方。");
        }
        catch (CryptographicException)
        {
            return (Delivered.Never, "机器人的地址解不开，密钥可能换过，请重新填写。");
        }
    }

    private async Task<bool> TakeTokenAsync(Robot robot, CancellationToken ct)
    {
        if (Robot.TakeToken(robot.BusyUntil, clock.GetUtcNow().UtcDateTime) is not { } busy)
        {
            return false;
        }

        using var turn = await db.EnterAsync(ct);
        return await db.Robots.Where(row => row.GovernmentId == robot.GovernmentId && row.Id == robot.Id && row.BusyUntil == robot.BusyUntil)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.BusyUntil, busy), ct) == 1;
    }

    private IQueryable<OutboxMessage> Row(OutboxMessage message) => db.OutboxMessages.Where(row => row.GovernmentId == message.GovernmentId && row.Id == message.Id);
}
