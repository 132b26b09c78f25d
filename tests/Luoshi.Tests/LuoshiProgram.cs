using System.Diagnostics;
using System.Text;

namespace Luoshi.Tests;

/// <summary>Runs the real program as its own process, as a shell would.</summary>
internal static class LuoshiProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task<ProgramResult> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return new ProgramResult(process.ExitCode, await output, await error);
    }

    /// <summary>Starts it and leaves it running: for what serves until it is told to stop.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "luoshi.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}

internal sealed record ProgramResult(int ExitCode, string Output, string Error);
