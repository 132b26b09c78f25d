using System.Security.Cryptography;

namespace Luoshi.App.Accounts;

/// <summary>A password to be told once, over the telephone if need be, and changed at the first sign-in.</summary>
internal static class FirstPassword
{
    // No letter or digit that is read as another.
    private const string Readable = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Fifteen characters of all classes, some 85 bits.</summary>
    public static string Create() =>
        RandomNumberGenerator.GetString(Readable, 13) + RandomNumberGenerator.GetString("!@#%+=", 1) + RandomNumberGenerator.GetString("23456789", 1);
}
