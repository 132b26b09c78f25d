using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Luoshi.App.Outbox;

/// <summary>Hands one mail to the office's mail server.</summary>
public sealed class MailClient(MailSettings settings)
{
    public bool IsOn => settings.Host is not null;

    /// <exception cref="FormatException">The address is none.</exception>
    public async Task SendAsync(OutboxMessage message, CancellationToken ct)
    {
        using var mail = new MimeMessage { Subject = message.Subject, Body = new TextPart("plain") { Text = message.Body } };
        mail.From.Add(new MailboxAddress(settings.FromName, settings.From));
        mail.To.Add(MailboxAddress.TryParse(message.To, out var to) ? to : throw new FormatException("Not a mail address."));

        // The same id when it is sent again: a mail program shows it once.
        mail.MessageId = $"{message.Id:N}@luoshi";
        using var smtp = new SmtpClient { Timeout = 15_000 };
        var security = settings.Security switch
        {
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        await smtp.ConnectAsync(settings.Host!, settings.Port, security, ct);
        if (settings.UserName is { } user)
        {
            await smtp.AuthenticateAsync(user, settings.Password ?? "", ct);
        }

        await smtp.SendAsync(mail, ct);
        await smtp.DisconnectAsync(quit: true, ct);
    }
}
