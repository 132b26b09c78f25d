namespace Luoshi.App.Outbox;

/// <summary>Sending mail. Off while no host is named.</summary>
public sealed record MailSettings
{
    public string? Host { get; init; }

    public int Port { get; init; } = 25;

    /// <summary><c>none</c>, <c>starttls</c> or <c>tls</c>.</summary>
    public string Security { get; init; } = "starttls";

    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>The sender's address.</summary>
    public string From { get; init; } = "luoshi@localhost";

    public string FromName { get; init; } = "督查落实系统";
}

/// <summary>Speaking to robots and other systems. Off while no host is named: an office network mostly has no way out.</summary>
public sealed record WebhookSettings
{
    /// <summary>Hosts on the internet that may be spoken to, by https.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Hosts of the office's own network, whose addresses are private.</summary>
    public IReadOnlyList<string> PrivateHosts { get; init; } = [];

    public bool IsOn => Hosts.Count + PrivateHosts.Count > 0;
}
