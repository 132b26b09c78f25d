using Luoshi.App.Data;
using Luoshi.App.Searching;

namespace Luoshi.Load;

/// <summary>What can be found in the made texts: the entries in bulk, their words by the store itself.</summary>
internal sealed class SearchRows(LuoshiDb db)
{
    // A year of a government would be one statement of tens of megabytes.
    private const int Together = 2_000;

    private readonly BulkTable<SearchEntry> _entries = new(db);
    private long _lastId;

    public long Written => _entries.Written;

    public async Task WriteAsync(IEnumerable<SearchedText> texts, CancellationToken ct)
    {
        foreach (var entries in texts.SelectMany(text => text.Entries(_ => ++_lastId)).Chunk(Together))
        {
            await _entries.WriteAsync(entries, ct);
            await db.IndexAsync(entries, [], ct);
        }
    }
}
