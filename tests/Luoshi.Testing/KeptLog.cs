using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Luoshi.Testing;

/// <summary>Keeps what a program writes into its log, to be read by a test.</summary>
public sealed class KeptLog : ILoggerProvider
{
    private readonly ConcurrentQueue<LoggedLine> _lines = new();

    /// <summary>In the order in which they were written.</summary>
    public IReadOnlyCollection<LoggedLine> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Writer(_lines, categoryName);

    public void Dispose()
    {
    }

    private sealed class Writer(ConcurrentQueue<LoggedLine> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new LoggedLine(logLevel, category, formatter(state, exception), exception));
    }
}

/// <summary>A line of the log.</summary>
public sealed record LoggedLine(LogLevel Level, string Category, string Message, Exception? Error);
