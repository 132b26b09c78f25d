using System.CommandLine;
using System.Text;
using Luoshi.Commands;
using Luoshi.Output;

ChineseMessages.Use();
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("落实：把政府工作报告的重点工作管到月、查到数、办到底。")
{
    ReadCommand.Create(),
    CheckCommand.Create(),
    CompileCommand.Create(),
    TemplateCommand.Create(),
    ServeCommand.Create(),
    DemoCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    DoctorCommand.Create(),
    ReindexCommand.Create(),
    AuditCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }

    Console.Error.WriteLine("用法见：luoshi --help");
    return ExitCodes.WrongUsage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (IOException) when (Console.IsOutputRedirected)
{
    // Whoever read the output has enough (luoshi read … | head).
    return ExitCodes.Done;
}
#pragma warning disable CA1031 // The last catch of the program: no stack trace reaches a clerk.
catch (Exception bug)
{
    return ExitCodes.Fail(bug);
}
