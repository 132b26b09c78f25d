namespace Luoshi.Core.Reading;

/// <summary>
/// Something a reader should know about how a document was understood. Nothing is dropped in silence: whatever did not become
/// a field is told here with its place. <paramref name="Code"/> is kebab-case and stable; <paramref name="Message"/> is Chinese.
/// </summary>
public sealed record ReadingProblem(ProblemSeverity Severity, string Code, string Message, SourceLocation Location);

/// <summary>How much a reading problem matters.</summary>
public enum ProblemSeverity
{
    /// <summary>A choice the reader made that changes no field: a hidden row was read, a repeated header left out.</summary>
    Info,

    /// <summary>A repair or a guess: a torn row was joined, a header decided by its neighbours.</summary>
    Warning,

    /// <summary>Content that could not be placed in any field.</summary>
    Error,
}
