using System.Diagnostics;
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

    /// <summary>Tells a bug of ours on stderr: what kind and where it arose, for whoever mends it, and what to do meanwhile.</summary>
    public static int Fail(Exception bug)
    {
        var place = new StackTrace(bug).GetFrame(0)?.GetMethod() is { } method ? $"{method.DeclaringType?.Name}.{method.Name}" : "?";
        Console.Error.WriteLine($"internal-error: 程序出错，没有做完（{bug.GetType().Name}，{place}）。这是程序的问题，不是文件的问题：请把这一行和用的文件发给维护的人；可先把文件另存一份或拆开再试。");
        return Refused;
    }
}
