using System.CommandLine;

namespace Luoshi.Commands;

/// <summary>The FILE... of the commands that read documents.</summary>
internal static class FileArguments
{
    /// <summary>One file or more. A misspelled option is wrong usage, not a file that is missing; a file named so is written ./-name.</summary>
    public static Argument<string[]> Create(string description)
    {
        var files = new Argument<string[]>("FILE") { Description = description, Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                result.AddError($"不认识选项 {token.Value}。如果是文件名，请写成 ./{token.Value}");
            }
        });
        return files;
    }
}
