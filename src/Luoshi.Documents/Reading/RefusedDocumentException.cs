using Luoshi.Core;

namespace Luoshi.Documents.Reading;

/// <summary>
/// Carries a refusal from the depth of a reader to <see cref="CappedReading"/>, which turns it into an outcome. It never leaves this project.
/// </summary>
#pragma warning disable CA1032, CA1064 // Made with a refusal or not at all; nobody outside may catch it.
internal sealed class RefusedDocumentException(Refusal refusal) : Exception(refusal.Message)
{
    public RefusedDocumentException(string code, string message)
        : this(new Refusal(code, message))
    {
    }

    public Refusal Refusal { get; } = refusal;
}
