using Luoshi.Core.Reporting;
using Luoshi.Load;

var arguments = new Arguments(args);
switch (args)
{
    case ["fill", ..]:
        var last = ReportingPeriod.TryParse(arguments.Text("last"), out var month) ? month : new ReportingPeriod(DateTime.Today.Year, DateTime.Today.Month);
        var size = new FillSize(arguments.Number("governments", 100), arguments.Number("tasks", 150), arguments.Number("months", 120), arguments.Number("open", 3), last);
        await Fill.RunAsync(arguments.Database(), size, CancellationToken.None);
        return 0;
    case ["operations", ..]:
        await using (var load = new OperationLoad(arguments.Database(), arguments.Number("clients", 8), arguments.Number("seconds", 20)))
        {
            await (arguments.Text("phase") switch
            {
                "open" => load.OpenAsync(ReportingPeriod.TryParse(arguments.Required("month"), out var toOpen) ? toOpen : throw new ArgumentException("--month is no month.")),
                _ => load.SubmitAsync(),
            });
        }

        return 0;
    default:
        Console.Error.WriteLine("fill --data DIR | --database CONNECTION [--governments 100] [--tasks 150] [--months 120] [--open 3] [--last 2026-11]");
        Console.Error.WriteLine("operations --data DIR | --database CONNECTION --phase submit|open [--clients 8] [--seconds 20] [--month 2026-12]");
        return 2;
}
