using Luoshi.Core;
using Luoshi.Documents.Writing;

namespace Luoshi.App.Meetings;

/// <summary>Writes the default template to a file that an office can make its own.</summary>
public static class SaveTemplate
{
    /// <returns>Null when it is written, or a refusal: <c>output-exists</c> or <c>cannot-write</c>.</returns>
    public static Refusal? Execute(string output, MaterialLook look, bool overwrite) =>
        OutputFiles.Check([output], overwrite) ?? OutputFiles.Write([(output, DefaultTemplate.Write(look))], overwrite);
}
