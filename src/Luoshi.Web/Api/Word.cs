using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Luoshi.Web.Api;

/// <summary>A value of an enum in an address, written as the answers write it: <c>onTime</c>. Neither a number nor another spelling is one.</summary>
public readonly record struct Word<T>(T Value)
    where T : struct, Enum
{
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "Endpoints look for it here.")]
    public static bool TryParse([NotNullWhen(true)] string? text, out Word<T> word)
    {
        word = default;
        foreach (var value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) == text)
            {
                word = new Word<T>(value);
                return true;
            }
        }

        return false;
    }

    public override string ToString() => JsonNamingPolicy.CamelCase.ConvertName(Value.ToString());
}
