using System.Diagnostics;
using System.Globalization;
using Luoshi.App;
using Luoshi.App.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Load;

/// <summary>What the database itself can do: one row, one commit, durable, again and again by one writer, without anything of ours around it.</summary>
internal static class Floors
{
    public static async Task CommitsAsync(DatabaseChoice database, int seconds)
    {
        await using var services = new ServiceCollection().AddLogging().AddLuoshi(database).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        await RunAsync("CREATE TABLE IF NOT EXISTS load_floor (id INTEGER PRIMARY KEY, said TEXT NOT NULL)");
        await RunAsync("DELETE FROM load_floor");
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO load_floor (id, said) VALUES (@id, @said)";
        var id = insert.CreateParameter();
        (id.ParameterName, id.Value) = ("@id", 0);
        var said = insert.CreateParameter();
        (said.ParameterName, said.Value) = ("@said", MadeTexts.Text(1, 1, 6).Progress);
        insert.Parameters.Add(id);
        insert.Parameters.Add(said);
        insert.Prepare();
        var clock = Stopwatch.StartNew();
        var rows = 0;
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            id.Value = rows++;
            insert.ExecuteNonQuery();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"floor commits            1 client   {rows / clock.Elapsed.TotalSeconds,8:F1}/s, one durable row each"));
        await RunAsync("DROP TABLE load_floor");

        async Task RunAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }
}
