using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.App.Ledgers;

/// <summary>保存常用筛选 under a name; the same name replaces what was kept under it.</summary>
public sealed class SaveView(LuoshiDb db)
{
    private const int Most = 20;

    /// <returns>The view; <c>forbidden</c>, <c>view-name-missing</c>, <c>view-too-long</c>, <c>too-many</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Outcome<SavedView>> ExecuteAsync(string? name, string query, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ViewTasks) is { } refusal)
        {
            return refusal;
        }

        var trimmed = name?.Trim() ?? "";
        if (trimmed.Length is 0 or > SavedView.LongestName)
        {
            return new Refusal("view-name-missing", $"请给这个筛选起个名字，不超过{SavedView.LongestName}字。");
        }

        if (query.Length > SavedView.LongestQuery)
        {
            return new Refusal("view-too-long", "筛选条件太长，存不下。请去掉一些关键词再保存。");
        }

        var views = await db.SavedViews.ToListAsync(ct);
        var view = views.Find(view => view.Name == trimmed);
        if (view is null && views.Count >= Most)
        {
            return new Refusal("too-many", $"最多保存{Most}个常用筛选，请先删掉不用的。");
        }

        if (view is null)
        {
            view = new SavedView { GovernmentId = db.Access.GovernmentId, AccountId = db.Access.AccountId!.Value, Name = trimmed, Query = query };
            db.Add(view);
        }
        else
        {
            view.Query = query;
        }

        db.Record("view-saved", nameof(SavedView), view.Id);
        return await db.TrySaveAsync(ct) is { } changed ? changed : view;
    }

    /// <summary>删除常用筛选.</summary>
    /// <returns>Null when it is gone; <c>forbidden</c> or <c>changed-meanwhile</c>.</returns>
    public async Task<Refusal?> RemoveAsync(Guid viewId, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ViewTasks) is { } refusal)
        {
            return refusal;
        }

        if (await db.SavedViews.SingleOrDefaultAsync(view => view.Id == viewId, ct) is { } view)
        {
            db.Remove(view);
            db.Record("view-removed", nameof(SavedView), view.Id);
        }

        return await db.TrySaveAsync(ct);
    }
}
