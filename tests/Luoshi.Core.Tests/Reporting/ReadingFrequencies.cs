using Luoshi.Core.Reporting;

namespace Luoshi.Core.Tests.Reporting;

public sealed class ReadingFrequencies
{
    [Theory]
    [InlineData("月度报", ReportingFrequency.Monthly)]
    [InlineData("月 报", ReportingFrequency.Monthly)]
    [InlineData("一月一报", ReportingFrequency.Monthly)]
    [InlineData("季度报", ReportingFrequency.Quarterly)]
    [InlineData("每季度", ReportingFrequency.Quarterly)]
    [InlineData("半年报", ReportingFrequency.HalfYearly)]
    [InlineData("每半年", ReportingFrequency.HalfYearly)]
    [InlineData("半月报", ReportingFrequency.Biweekly)]
    [InlineData("双周", ReportingFrequency.Biweekly)]
    [InlineData("周报", ReportingFrequency.Weekly)]
    [InlineData("年报", ReportingFrequency.Yearly)]
    public void The_spellings_of_a_frequency_are_one_frequency(string text, ReportingFrequency frequency)
    {
        Assert.Equal(frequency, ReportingFrequencyText.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("长期")]
    [InlineData("实施月度调度并按季度进行通报讲评的工作")]
    public void What_names_no_frequency_is_none(string text)
    {
        Assert.Null(ReportingFrequencyText.Parse(text));
    }

    [Fact]
    public void Every_frequency_is_read_back_from_its_own_name()
    {
        Assert.All(Enum.GetValues<ReportingFrequency>(), frequency => Assert.Equal(frequency, ReportingFrequencyText.Parse(frequency.Name())));
    }
}
