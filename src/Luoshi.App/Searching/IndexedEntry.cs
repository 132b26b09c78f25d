namespace Luoshi.App.Searching;

/// <summary>An entry that is to be indexed, with the words of its text as the database takes them: put together before anybody waits for the turn to write.</summary>
internal sealed record IndexedEntry(SearchEntry Entry, string Words);
