using System.CommandLine;
using Luoshi.App.Searching;
using Luoshi.Output;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Commands;

/// <summary>luoshi reindex: brings the search to what the texts say. Changes nothing else.</summary>
internal static class ReindexCommand
{
    public static Command Create()
    {
        var store = new StoreOptions();
        var command = new Command("reindex", "重建检索：体检发现检索与原文不一致时用，系统不用停");
        store.AddTo(command);
        command.SetAction((parsed, ct) => RunAsync(store, parsed, ct));
        return command;
    }

    private static async Task<int> RunAsync(StoreOptions store, ParseResult parsed, CancellationToken ct)
    {
        var choice = store.Choice(parsed);
        var outcome = choice.Refusal is { } misunderstood
            ? misunderstood
            : await StoreOptions.AsOwnerAsync(choice.Value, services => services.GetRequiredService<ReindexTexts>().ExecuteAsync(ct));
        if (outcome.Refusal is { } refusal)
        {
            return ExitCodes.Refuse(refusal);
        }

        Console.WriteLine($"检索里有{outcome.Value.Texts}条文字，重建了{outcome.Value.Mended}条。");
        return ExitCodes.Done;
    }
}
