using System.Text;
using Luoshi.Samples.Returns;
using Luoshi.Samples.Source;
using Luoshi.Samples.Writing;

// Writes the sample district from its source: `dotnet run --project samples/build`. With --check it writes nothing and
// fails where a committed file is not what the source gives.
Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
const int LastMonth = 6;

var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "Luoshi.slnx")))
{
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Luoshi.slnx is in no folder above the program.");
}

var folder = Path.Combine(root, "samples", "qinglan");
District district;
try
{
    district = District.Read(Path.Combine(folder, "source"));
}
catch (InvalidDataException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return 1;
}

var unfounded = Truths.Unfounded(File.ReadAllText(Path.Combine(root, "samples", "README.md")), district).ToList();
if (unfounded is not [])
{
    Console.Error.WriteLine($"samples/README.md lists rows that nobody reported:\n{string.Join('\n', unfounded)}");
    return 1;
}

var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
{
    ["2024/政府工作报告.md"] = Encoding.UTF8.GetBytes(district.WorkReport),
    ["2024/重点工作任务分解.xlsx"] = Ledger.Write(district),
    ["2024/月度计划.xlsx"] = Ledger.WritePlan(district),
};
for (var month = 1; month <= LastMonth; month++)
{
    var period = $"{District.Year}-{month:00}";
    files[$"{period}/material.docx"] = Material.Write(district, month);
    foreach (var unit in UnitReturn.Of(district, month))
    {
        files[$"{period}/returns/{unit.FileName}"] = unit.Habit.Format switch
        {
            ReturnFormat.Word => WordReturn.Write(unit),
            ReturnFormat.Excel => ExcelReturn.Write(unit),
            ReturnFormat.Text or ReturnFormat.Csv or ReturnFormat.Paragraphs => TextReturn.Write(unit),
        };
    }
}

files[$"{District.Year}-04/returns/{Annex.FileName}"] = Annex.Write(4);
files[$"{District.Year}-06/returns/{Annex.FileName}"] = Annex.Write(6);

var existing = Directory.GetDirectories(folder, "2024*")
    .SelectMany(year => Directory.GetFiles(year, "*", SearchOption.AllDirectories))
    .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));
var stale = existing.Keys.Where(path => !files.ContainsKey(path)).ToList();
var changed = files.Where(file => !existing.TryGetValue(file.Key, out var path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(file.Value)).ToList();

if (args is ["--check"])
{
    foreach (var path in stale.Concat(changed.Select(file => file.Key)))
    {
        Console.Error.WriteLine($"not what the source gives: {path}");
    }

    return stale.Count + changed.Count == 0 ? 0 : 1;
}

foreach (var path in stale)
{
    File.Delete(existing[path]);
}

foreach (var (path, bytes) in changed)
{
    var target = Path.Combine(folder, path);
    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
    File.WriteAllBytes(target, bytes);
}

Console.WriteLine(
    $"{district.Leaders.Count} leaders, {district.Leaders.Sum(leader => leader.Tasks.Count)} tasks, "
    + $"{files.Count} files, {files.Sum(file => file.Value.LongLength) / 1024:N0} KB; {changed.Count} written, {stale.Count} removed.");
return 0;
