using System.CommandLine;
using Luoshi.App.Meetings;
using Luoshi.Output;

namespace Luoshi.Commands;

/// <summary>luoshi template --out FILE: the default template, for an office to change in Word or WPS and give back with --template.</summary>
internal static class TemplateCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "写到哪里（.docx）", Required = true };
        var force = new Option<bool>("--force") { Description = "覆盖已有的文件" };
        var look = new LookOptions();
        var command = new Command("template", "取出默认模板：在 Word 或 WPS 里改好，再用 compile --template 套用") { output, force };
        look.AddTo(command);
        command.SetAction(parsed =>
        {
            if (SaveTemplate.Execute(parsed.GetRequiredValue(output), look.Of(parsed), parsed.GetValue(force)) is { } refusal)
            {
                return ExitCodes.Refuse(refusal);
            }

            Console.WriteLine($"已写入 {parsed.GetValue(output)}");
            return ExitCodes.Done;
        });
        return command;
    }
}
