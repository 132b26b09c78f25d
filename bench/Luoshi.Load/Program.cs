using Luoshi.Core.Reporting;
using Luoshi.Load;

var arguments = new Arguments(args);
switch (args)
{
    case ["fill", ..]:
        var last = ReportingPeriod.TryParse(arguments.Text("last"), out var lastMonth) ? lastMonth : new ReportingPeriod(DateTime.Today.Year, DateTime.Today.Month);
        var size = new FillSize(arguments.Number("governments", 100), arguments.Number("tasks", 150), arguments.Number("months", 120), arguments.Number("open", 3), last);
        await Fill.RunAsync(arguments.Database(), size, CancellationToken.None);
        return 0;
    case ["operations", ..]:
        await using (var load = new OperationLoad(arguments.Database(), arguments.Number("clients", 8), arguments.Number("seconds", 20), arguments.Number("warm", 5)))
        {
            await (arguments.Text("phase") switch
            {
                "open" => load.OpenAsync(MonthToOpen()),
                _ => load.SubmitAsync(),
            });
        }

        return 0;
    case ["load", ..]:
        using (var load = new WebLoad(
            arguments.Database(), new Uri(arguments.Required("url")), new ServerProcess(int.Parse(arguments.Required("pid"), System.Globalization.CultureInfo.InvariantCulture)),
            arguments.Number("clients", 8), arguments.Number("seconds", 20), arguments.Number("warm", 5)))
        {
            await (arguments.Required("phase") switch
            {
                "submit" => load.SubmitAsync(),
                "open" => load.OpenAsync(MonthToOpen()),
                "leader" => load.PageAsync("leader's list", index => $"leader-{(index % MadeGovernment.Posts) + 1}", arguments.Text("path") ?? "/leader"),
                "overview" => load.PageAsync("overview", _ => "head", arguments.Text("path") ?? "/overview"),
                "board" => load.PageAsync("board", _ => "clerk", arguments.Text("path") ?? "/board"),
                "due" => load.PageAsync("due list", index => $"unit-{(index % MadeGovernment.Units) + 1}", arguments.Text("path") ?? "/reporting"),
                "search" => load.PageAsync("search", _ => "clerk", arguments.Text("path") ?? "/search?q=%E5%9B%AD%E5%8C%BA"),
                "floor" => load.FloorAsync(arguments.Text("path") ?? "/health/live"),
                var other => throw new ArgumentException($"--phase {other} is unknown."),
            });
        }

        return 0;
    case ["commits", ..]:
        await Floors.CommitsAsync(arguments.Database(), arguments.Number("seconds", 5));
        return 0;
    default:
        Console.Error.WriteLine("fill --data DIR | --database CONNECTION [--governments 100] [--tasks 150] [--months 120] [--open 3] [--last 2026-11]");
        Console.Error.WriteLine("operations --data DIR | --database CONNECTION --phase submit|open [--clients 8] [--seconds 20] [--warm 5] [--month 2026-12]");
        Console.Error.WriteLine("load --url URL --pid SERVER --data DIR | --database CONNECTION --phase submit|open|leader|overview|board|due|search|floor [--clients 8] [--seconds 20] [--warm 5] [--path /page] [--month 2026-12]");
        Console.Error.WriteLine("commits --data DIR | --database CONNECTION [--seconds 5]");
        return 2;
}

ReportingPeriod MonthToOpen() => ReportingPeriod.TryParse(arguments.Required("month"), out var month) ? month : throw new ArgumentException("--month is no month.");
