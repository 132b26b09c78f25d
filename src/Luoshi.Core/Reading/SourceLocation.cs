namespace Luoshi.Core.Reading;

/// <summary>
/// Where in a document something stands, counted from 1 as a person would count. A part that the format does not have is null:
/// text files have lines, PDF files pages, documents with tables the table in the document (or sheet) and the row in the table.
/// </summary>
public readonly record struct SourceLocation(int? Line = null, int? Page = null, int? Table = null, int? Row = null, string? Sheet = null);
