using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Tables;

internal static class TaskDocumentInterpreter
{
    public static TaskDocument Interpret(BlockDocument document, string source) => new() { Source = source, Problems = document.Problems };
}
