using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.EntityFrameworkCore.Update.Internal;

namespace Luoshi.App.Data;

#pragma warning disable EF1001 // The provider offers no other place between putting a save together and writing it; without it no save would have its audit row.
/// <summary>Puts the statements of a save together before anybody waits for the turn to write them: all other writers wait while it is held.</summary>
internal sealed class SavesInTurn(ICurrentDbContext current, IDiagnosticsLogger<DbLoggerCategory.Update> logger) : BatchExecutor(current, logger)
{
    public override async Task<int> ExecuteAsync(IEnumerable<ModificationCommandBatch> commandBatches, IRelationalConnection connection, CancellationToken cancellationToken = default)
    {
        using var rest = commandBatches.GetEnumerator();
        List<ModificationCommandBatch> ready = [];
        while (rest.MoveNext())
        {
            ready.Add(rest.Current);
            if (MakesValues(rest.Current))
            {
                break;
            }
        }

        return await ((LuoshiDb)CurrentContext.Context).WriteInTurnAsync(ct => base.ExecuteAsync(ready.Concat(Remaining(rest)), connection, ct), cancellationToken);
    }

    // What the database makes up, others may refer to: they are put together when it is known.
    private static bool MakesValues(ModificationCommandBatch batch) => batch.ModificationCommands.Any(command => command.ColumnModifications.Any(column => column.IsRead));

    private static IEnumerable<ModificationCommandBatch> Remaining(IEnumerator<ModificationCommandBatch> batches)
    {
        while (batches.MoveNext())
        {
            yield return batches.Current;
        }
    }
}
#pragma warning restore EF1001
