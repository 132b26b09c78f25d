using Luoshi.Bench;

switch (args)
{
    case ["reading", var file]:
        ReadingAgainstXmlReader.Run(file);
        return 0;
    case ["scale", var format, var rows] when int.TryParse(rows, out var count):
        ReadingAtScale.Run(format, count);
        return 0;
    case ["writing", var rows] when int.TryParse(rows, out var count):
        WritingAtScale.Run(count);
        return 0;
    case ["write-rows", var format, var rows, var file] when int.TryParse(rows, out var count):
        File.WriteAllBytes(file, ManyRows.Write(format, count));
        return 0;
    case ["checking", var file]:
        CheckingTasks.Run(file);
        return 0;
    case ["checking-scale", var tasks, var months] when int.TryParse(tasks, out var count) && int.TryParse(months, out var earlier):
        CheckingTasks.Scale(count, earlier);
        return 0;
    case ["write-months", var tasks, var months, var folder] when int.TryParse(tasks, out var count) && int.TryParse(months, out var last):
        foreach (var month in Enumerable.Range(1, last))
        {
            MadeTasks.WriteCsv(Path.Combine(folder, $"{month}.csv"), count, month);
        }

        return 0;
    case ["quantities"]:
        QuantityReading.Run();
        return 0;
    case ["quantities", var labelled, var output]:
        QuantityReading.RunLabelled(labelled, output);
        return 0;
    case ["labelled"]:
        LabelledSets.Run();
        return 0;
    case ["peer-state", var folder]:
        Console.WriteLine(await PeerState.BeginAsync(folder));
        return 0;
    case ["peer-people", var folder]:
        Console.WriteLine(await PeerState.PeopleAsync(folder));
        return 0;
    default:
        Console.Error.WriteLine("reading FILE.docx | scale docx|xlsx|csv|txt ROWS | writing ROWS | write-rows docx|xlsx|csv|txt ROWS FILE | checking FILE | checking-scale TASKS MONTHS | write-months TASKS MONTHS FOLDER | quantities [LABELLED.tsv OUT.jsonl] | labelled | peer-state FOLDER | peer-people FOLDER");
        return 2;
}
