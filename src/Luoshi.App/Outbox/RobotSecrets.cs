using Microsoft.AspNetCore.DataProtection;

namespace Luoshi.App.Outbox;

/// <summary>The addresses and secrets of robots as they lie in the store: unreadable without the deployment's keys.</summary>
public sealed class RobotSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("luoshi.robots");

    public string Protect(string secret) => _protector.Protect(secret);

    public string Unprotect(string text) => _protector.Unprotect(text);
}
