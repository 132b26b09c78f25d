using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Xunit;

namespace Luoshi.Testing;

/// <summary>A PostgreSQL of one test's own, to be stopped and started as the test likes. Its program never runs as root.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string User = "luoshi";

    private readonly string _programs;
    private readonly string _folder;
    private readonly int _port;
    private readonly string _password = Guid.NewGuid().ToString("N");

    private PostgresCluster(string programs, string folder, int port) => (_programs, _folder, _port) = (programs, folder, port);

    public string Connection => new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = _port, Username = User, Password = _password, Database = "postgres", MaxPoolSize = 20 }.ToString();

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The test is skipped where no PostgreSQL is installed.</summary>
    public static async Task<PostgresCluster> StartAsync()
    {
        var programs = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(Directory.Exists).Order().LastOrDefault() : null;
        Assert.SkipWhen(programs is null, "No PostgreSQL is installed here.");
        var cluster = new PostgresCluster(programs, Directory.CreateTempSubdirectory("luoshi-cluster-").FullName, FreePort());
        var password = Path.Combine(cluster._folder, "password");
        await File.WriteAllTextAsync(password, cluster._password);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "-R", "postgres", cluster._folder);
        }

        await cluster.AsOwnerAsync("initdb", "-D", cluster.Data, "-U", User, $"--pwfile={password}", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions");
        await cluster.AsOwnerAsync("pg_ctl", "-D", cluster.Data, "-s", "-w", "-l", Path.Combine(cluster._folder, "log"), "-o", $"-p {cluster._port} -c listen_addresses=127.0.0.1 -k {cluster._folder}", "start");
        return cluster;
    }

    /// <param name="mode"><c>fast</c>: everybody is sent away; <c>immediate</c>: as when it is killed, so that it recovers from its log.</param>
    public Task RestartAsync(string mode) => AsOwnerAsync("pg_ctl", "-D", Data, "-s", "-w", "-m", mode, "-l", Path.Combine(_folder, "log"), "restart");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await AsOwnerAsync("pg_ctl", "-D", Data, "-s", "-w", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private Task AsOwnerAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        return Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // What it starts keeps its output open: so it is sent to nowhere, and not read to its end.
        var start = new ProcessStartInfo("sh") { WorkingDirectory = "/" };
        foreach (var argument in (string[])["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
