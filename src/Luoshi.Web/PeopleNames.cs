using Luoshi.App.Data;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Web;

/// <summary>The names of accounts that a page mentions, found in one statement.</summary>
public sealed class PeopleNames
{
    private readonly Dictionary<Guid, string> _names;

    private PeopleNames(Dictionary<Guid, string> names) => _names = names;

    public static PeopleNames None { get; } = new([]);

    public static async Task<PeopleNames> LoadAsync(LuoshiDb db, IEnumerable<Guid?> accounts, CancellationToken ct)
    {
        var ids = accounts.OfType<Guid>().Distinct().ToList();
        return new(await db.Accounts.AsNoTracking().Where(account => ids.Contains(account.Id)).OrderBy(account => account.Id).ToDictionaryAsync(account => account.Id, account => account.DisplayName, ct));
    }

    /// <summary>系统 for what no account did.</summary>
    public string Of(Guid? account) => account is { } id && _names.TryGetValue(id, out var name) ? name : "系统";
}
