using System.CommandLine;
using Luoshi.Core.Reporting;

namespace Luoshi.Commands;

/// <summary>An option that takes a month, written 2024-04.</summary>
internal static class PeriodOption
{
    public static Option<ReportingPeriod?> Create(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (ReportingPeriod.TryParse(result.Tokens[0].Value, out var period))
            {
                return period;
            }

            result.AddError($"{name} 要写成 2024-04 这样的年月，不能是“{result.Tokens[0].Value}”。");
            return null;
        },
    };
}
