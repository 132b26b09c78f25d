using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Luoshi.Testing;

/// <summary>Counts the statements that a store's database was sent while this lives.</summary>
public sealed class StatementCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _database;
    private readonly IDisposable _listeners;
    private IDisposable? _events;
    private int _count;

    public StatementCount(Store store)
    {
        _database = store.Choice.Connection;
        _listeners = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public int Count => _count;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            _events = value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Other tests run beside this one, each on a database of its own.
        if (value.Value is CommandEventData { Command.Connection.ConnectionString: { } connection } && NameIn(connection) == NameIn(_database))
        {
            Interlocked.Increment(ref _count);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _listeners.Dispose();
        _events?.Dispose();
    }

    private static string NameIn(string connection)
    {
        var parts = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = connection };
        return (parts.TryGetValue("Data Source", out var file) ? file : parts["Database"]).ToString()!;
    }
}
