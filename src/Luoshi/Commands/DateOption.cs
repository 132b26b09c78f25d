using System.CommandLine;
using System.Globalization;

namespace Luoshi.Commands;

/// <summary>An option that takes a day, written 2024-04-28.</summary>
internal static class DateOption
{
    public static Option<DateOnly?> Create(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"{name} 要写成 2024-04-28 这样，不能是“{result.Tokens[0].Value}”。");
            return null;
        },
    };
}
