using Luoshi.Core;

namespace Luoshi.Output;

/// <summary>What the program says to the shell (contract of the command line).</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The input was understood and refused; nothing was written.</summary>
    public const int Refused = 1;

    public const int WrongUsage = 2;

    /// <summary>Tells the refusal on stderr and gives its exit code.</summary>
    public static int Refuse(Refusal refusal)
    {
        Console.Error.WriteLine($"{refusal.Code}: {refusal.Message}");
        return Refused;
    }
}
