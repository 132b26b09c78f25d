using CsCheck;
using Luoshi.Core.Meetings;
using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Meetings;

public sealed class IssuingAMaterial
{
    private static readonly DateTime s_start = new(2026, 7, 29, 1, 0, 0, DateTimeKind.Utc);

    private static readonly Guid s_somebody = Guid.NewGuid();

    private enum Act
    {
        Check,
        Issue,
        Recall,
    }

    [Fact]
    public void It_is_checked_before_it_is_issued()
    {
        var material = Compiled();

        Assert.Equal("material-not-checked", material.Issue(null, s_somebody, s_start)?.Code);
        Assert.Null(material.Check(2, 5, s_somebody, s_start));
        Assert.Null(material.Issue(null, s_somebody, s_start));
        Assert.Equal((MaterialState.Issued, 2, 5), (material.State, material.StrongDoubts, material.WeakDoubts));
    }

    [Fact]
    public void Of_a_month_one_stands_and_a_correction_takes_its_place()
    {
        var first = Compiled();
        first.Check(0, 0, s_somebody, s_start);
        first.Issue(null, s_somebody, s_start);
        var (other, correction) = (Compiled(), Compiled(first.Id));
        other.Check(0, 0, s_somebody, s_start);
        correction.Check(0, 0, s_somebody, s_start);

        Assert.Equal("material-already-issued", other.Issue(first, s_somebody, s_start)?.Code);
        Assert.Null(correction.Issue(first, s_somebody, s_start));
    }

    [Theory]
    [InlineData(24 * 60, null)]
    [InlineData((24 * 60) + 1, "recall-too-late")]
    public void It_is_called_back_within_a_day_with_the_reason(int minutes, string? code)
    {
        var material = Compiled();
        material.Check(0, 0, s_somebody, s_start);
        material.Issue(null, s_somebody, s_start);

        Assert.Equal("reason-missing", material.Recall(" ", s_somebody, s_start.AddMinutes(1))?.Code);
        Assert.Equal(code, material.Recall("第3项数字有误。", s_somebody, s_start.AddMinutes(minutes))?.Code);
    }

    [Fact]
    public void No_sequence_of_steps_issues_twice_or_what_was_not_checked() => Gen.Select(Gen.Enum<Act>(), Gen.Int[0, 20]).Array[0, 25].Sample(steps =>
    {
        var material = Compiled();
        var now = s_start;
        var (isChecked, recalled) = (false, false);
        DateTime? issued = null;
        foreach (var (act, hours) in steps)
        {
            now = now.AddHours(hours);
            var version = material.Version;
            var refusal = act switch
            {
                Act.Check => material.Check(1, 1, s_somebody, now),
                Act.Issue => material.Issue(null, s_somebody, now),
                Act.Recall => material.Recall("数字有误。", s_somebody, now),
            };
            var allowed = act switch
            {
                Act.Check => issued is null,
                Act.Issue => isChecked && issued is null,
                Act.Recall => issued is not null && !recalled && now - issued <= Material.RecallWindow,
            };

            Assert.Equal(allowed, refusal is null);
            Assert.Equal(allowed ? version + 1 : version, material.Version);
            isChecked |= allowed && act == Act.Check;
            issued = allowed && act == Act.Issue ? now : issued;
            recalled |= allowed && act == Act.Recall;
            Assert.Equal(recalled ? MaterialState.Recalled : issued is not null ? MaterialState.Issued : isChecked ? MaterialState.Checked : MaterialState.Compiled, material.State);
            Assert.Equal(issued, material.IssuedAt);
        }
    });

    private static Material Compiled(Guid? supersedes = null) => new()
    {
        GovernmentId = 1,
        LedgerId = Guid.NewGuid(),
        Month = new ReportingPeriod(2026, 7),
        Edition = 1,
        AsAt = s_start,
        Government = "青岚区人民政府",
        Heading = "重点工作完成情况（7月）",
        Look = "{}",
        Notes = [],
        ContentHash = "",
        Tasks = 3,
        Missing = 0,
        Pending = 0,
        CompiledBy = s_somebody,
        CompiledAt = s_start,
        SupersedesId = supersedes,
    };
}
