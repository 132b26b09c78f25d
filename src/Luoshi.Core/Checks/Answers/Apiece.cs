using Luoshi.Core.Checks.Figures;
using Luoshi.Core.Quantities;

namespace Luoshi.Core.Checks.Answers;

/// <summary>云溪镇、松林镇、白塔镇各建成养老服务中心1个: told of each of those before 各, and so many times as much in all.</summary>
internal static class Apiece
{
    private const char Each = '各';

    // 各建成乡镇养老服务中心1个: a verb and a name may stand between.
    private const int Farthest = 14;

    private const int MostTold = 99;

    // 各类, 各镇, 各项: here the word says only that there are several.
    private const string Determined = "类项级地镇乡种村县区市单部行方界个条界";

    // 一季度、二季度各1次 tells when, and of whom it does not.
    private const string Whiles = "度月年周旬天";

    // 每个网格, 每村, 每万人: whom or what it is promised for; 每月 and 每季度 tell how often.
    private static readonly string[] ForEach = ["每个", "每名", "每户", "每村", "每镇", "每乡", "每街", "每社区", "每校", "每园", "每家", "每所", "每座", "每班", "每处", "每条"];

    private const string Numerals = "一二三四五六七八九十";

    private static readonly System.Buffers.SearchValues<char> Between = System.Buffers.SearchValues.Create("、0123456789");

    /// <summary>Whether the figure is told of each of several.</summary>
    public static bool Is(string text, Quantity quantity) => Mark(text, quantity) >= 0;

    /// <summary>Of how many the figure is told; null where the text does not list or count them right before 各.</summary>
    public static int? Times(string text, Quantity quantity)
    {
        var mark = Mark(text, quantity);
        if (mark < 0)
        {
            return null;
        }

        var before = text[Clauses.Around(text, quantity.ValueSpan).Start..mark].TrimEnd('等', '均', '已', '分', '别');
        var names = before.Split(['、', '和', '与'], StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 1 ? Counted(before)
            : names.All(name => name.Length > 1 && name[^1] == names[0][^1]) && !Whiles.Contains(names[0][^1], StringComparison.Ordinal) && !text.AsSpan(0, mark).EndsWith('等') ? names.Length
            : null;
    }

    /// <summary>每个网格配备1名网格员: whether so many are asked for of each, which no total tells.</summary>
    public static bool IsAskedOfEach(string content, Quantity target)
    {
        if (!Kinds.IsVolume(target) || Recurrences.Of(content, target) is not null)
        {
            return false;
        }

        var clause = Clauses.Around(content, target.ValueSpan);
        var before = content[clause.Start..Math.Max(clause.Start, target.ValueSpan.Start)];
        return Array.Exists(ForEach, each => before.LastIndexOf(each, StringComparison.Ordinal) is >= 0 and var at && before.Length - at <= Farthest && !before.AsSpan(at).ContainsAny(Between));
    }

    /// <summary>Whether the figure is told of each as it is asked for of each: 每个网格配备2名, 11个镇均已建成1个以上.</summary>
    public static bool IsToldOfEach(string progress, Quantity reading)
    {
        var clause = Clauses.Around(progress, reading.ValueSpan);
        return IsAskedOfEach(progress, reading) || Is(progress, reading) || progress.AsSpan(clause.Start, Math.Max(0, reading.ValueSpan.Start - clause.Start)).Contains('均');
    }

    /// <summary>3个镇, 两个街道: the number of those before 各.</summary>
    private static int? Counted(string before)
    {
        var unit = before.LastIndexOf('个');
        if (unit <= 0)
        {
            return null;
        }

        var digits = before[..unit].AsSpan();
        var first = digits.LastIndexOfAnyExceptInRange('0', '9') + 1;
        return first < digits.Length ? (int.TryParse(digits[first..], out var number) && number is > 1 and <= MostTold ? number : null)
            : digits[^1] == '两' ? 2
            : Numerals.IndexOf(digits[^1], StringComparison.Ordinal) is > 0 and var at && (digits.Length == 1 || !Numerals.Contains(digits[^2], StringComparison.Ordinal)) ? at + 1
            : null;
    }

    private static int Mark(string text, Quantity quantity)
    {
        var clause = Clauses.Around(text, quantity.ValueSpan);
        var from = Math.Max(clause.Start, quantity.ValueSpan.Start - Farthest);
        var mark = text.LastIndexOf(Each, Math.Max(0, quantity.ValueSpan.Start - 1), Math.Max(0, quantity.ValueSpan.Start - from));
        return mark > clause.Start && !Determined.Contains(text[mark + 1], StringComparison.Ordinal) && !text.AsSpan(mark, quantity.ValueSpan.Start - mark).ContainsAny(Between) ? mark : -1;
    }
}
