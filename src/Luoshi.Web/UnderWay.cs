using System.Collections.Concurrent;
using Luoshi.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web;

/// <summary>
/// 做到哪里了 — what takes its time says how far it is, for the page that waits for it (<c>busy.js</c> asks). Known to this process alone: where the question
/// comes to another node, and where there are no scripts, the page waits as it would without.
/// </summary>
public sealed class UnderWay
{
    /// <summary>The field of a form that names the wait, and where a redirect keeps it.</summary>
    public const string Field = "progress";

    private readonly ConcurrentDictionary<(Guid Account, Guid Key), Stage> _stages = new();

    /// <summary>How far a person's own work is; null where it has not begun, is done, or nobody knows it here.</summary>
    public Stage? Of(Guid account, Guid key) => _stages.GetValueOrDefault((account, key));

    /// <summary>Work that a page does for the person who asked, told of until it is disposed of.</summary>
    public Work Begin(PageModel page)
    {
        var key = page.Request.HasFormContentType ? page.Request.Form[Field].ToString() : page.TempData[Field] as string;
        return new Work(this, (SessionAuthentication.PersonOf(page.HttpContext).Access.AccountId!.Value, Guid.TryParse(key, out var given) ? given : null));
    }

    /// <summary>How far it is.</summary>
    /// <param name="Words">As the page says it.</param>
    /// <param name="Done">Of <paramref name="Of"/>.</param>
    /// <param name="Of">All.</param>
    public sealed record Stage(string Words, long Done, long Of);

    /// <summary>One piece of work; nobody need listen.</summary>
    public sealed class Work(UnderWay all, (Guid Account, Guid? Key) asked) : IDisposable
    {
        public void Tell(string words, long done, long of)
        {
            if (asked.Key is { } key)
            {
                all._stages[(asked.Account, key)] = new Stage(words, done, of);
            }
        }

        public void Dispose()
        {
            if (asked.Key is { } key)
            {
                all._stages.TryRemove((asked.Account, key), out _);
            }
        }
    }
}
