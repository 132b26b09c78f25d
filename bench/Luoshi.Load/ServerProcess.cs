using System.Globalization;

namespace Luoshi.Load;

/// <summary>The server as the kernel sees it.</summary>
internal sealed class ServerProcess(int id)
{
    private const double TicksPerSecond = 100;

    /// <summary>CPU seconds so far, of itself and what it started.</summary>
    public double Seconds()
    {
        // The name in brackets may hold spaces: fields are counted after it.
        var line = File.ReadAllText($"/proc/{id}/stat");
        var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        return fields[11..15].Sum(field => double.Parse(field, CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    /// <summary>How many cores everything on the machine took since the last look.</summary>
    public static double MachineSeconds() => File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..4].Sum(field => double.Parse(field, CultureInfo.InvariantCulture)) / TicksPerSecond;
}
