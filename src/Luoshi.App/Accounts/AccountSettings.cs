namespace Luoshi.App.Accounts;

/// <summary>What a deployment decides about accounts, as opposed to a government's <see cref="SecurityPolicy"/>.</summary>
public sealed record AccountSettings
{
    /// <summary>Off in the demo alone, whose accounts live as long as its window.</summary>
    public bool AdministratorsNeedSecondFactor { get; init; } = true;

    /// <summary>How often one address may try to sign in within a minute: an office behind one address comes in together at nine.</summary>
    public int AttemptsPerMinute { get; init; } = 60;
}
