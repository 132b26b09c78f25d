using System.Globalization;
using Luoshi.App.Data;

namespace Luoshi.Load;

/// <summary>The options of a command line: <c>--name value</c>.</summary>
internal sealed class Arguments(IReadOnlyList<string> line)
{
    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public string? Text(string name)
    {
        var at = line.ToList().IndexOf("--" + name);
        return at >= 0 && at + 1 < line.Count ? line[at + 1] : null;
    }

    public string Required(string name) => Text(name) ?? throw new ArgumentException($"--{name} is missing.");

    /// <summary>PostgreSQL where a connection string is given, else the SQLite file of the data folder.</summary>
    public DatabaseChoice Database()
    {
        if (Text("database") is { } connection)
        {
            return DatabaseChoice.Postgres(connection).Value;
        }

        Directory.CreateDirectory(Required("data"));
        return DatabaseChoice.InFolder(Required("data"));
    }
}
