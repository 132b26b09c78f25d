using Luoshi.App.Data;
using Luoshi.Core.Accounts;

namespace Luoshi.App.Searching;

/// <summary>
/// 检索整理 — joins the pieces that the index was written in, before there are so many that finding a word or writing the next one takes long. A little at a
/// time: others write between two steps, and have the machine for most of it.
/// </summary>
public sealed class JoinIndex(LuoshiDb db, TimeProvider clock)
{
    // The other jobs come in between, and the rest is joined a minute later.
    private const int MostSteps = 500;

    // What a step took is waited for so many times before the next one.
    private const int Rest = 3;

    /// <returns>In how many steps it was done; 0 where there was nothing to join, or the database does it by itself.</returns>
    public async Task<int> ExecuteAsync(CancellationToken ct)
    {
        db.ActAs(Access.System);
        for (var steps = 0; steps < MostSteps; steps++)
        {
            var began = clock.GetTimestamp();
            if (!await db.JoinIndexAsync(ct))
            {
                return steps;
            }

            await Task.Delay(Rest * clock.GetElapsedTime(began), clock, ct);
        }

        return MostSteps;
    }
}
