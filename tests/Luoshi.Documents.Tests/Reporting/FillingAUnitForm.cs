using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Luoshi.Core.Reading;
using Luoshi.Core.Reporting;
using Luoshi.Documents.Reading;
using Luoshi.Documents.Reporting;

namespace Luoshi.Documents.Tests.Reporting;

public sealed class FillingAUnitForm
{
    private static readonly Gen<string> Texts = Gen.OneOf("完成", "累计", "1,200套", "31.7%", "=1+1", "@", "_x000D_", "\n", " ", "否", "“", "<&>", "𠮷", "３", "/").Array[1, 12].Select(string.Concat).Where(text => !PlainText.IsNothing(text));

    private static readonly Gen<UnitFormRow> Rows = Gen.Select(Gen.Guid, Gen.Int[0, 9], Gen.Bool, Gen.OneOf(Gen.Const((int?)null), Gen.Int[1, 99].Select(number => (int?)number)), Texts, Texts, Gen.OneOf<bool?>(true, false, null)).Select(
        (key, version, voluntary, number, content, progress, planMet) => new UnitFormRow
        {
            ItemKey = key.ToString(),
            Version = version,
            Voluntary = voluntary,
            Number = number,
            Leader = "沈若兰副区长",
            Frequency = "月度报",
            Content = content,
            LastProgress = version > 4 ? content : null,
            LastPeriod = "2024年3月",
            Progress = planMet is null ? null : progress,
            PlanMet = planMet,
            Shortfall = planMet == false ? content : null,
        });

    [Fact]
    public void The_workbook_is_valid_locked_and_the_same_every_time()
    {
        var file = UnitFormXlsx.Write(SampleForm.April);

        Assert.Empty(EditedSheet.Errors(file));
        Assert.Equal(file, UnitFormXlsx.Write(SampleForm.April));
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var sheet = workbook.WorkbookPart!.WorksheetParts.First().Worksheet!;
        Assert.True(sheet.Descendants<SheetProtection>().Single().Sheet!.Value);
        Assert.Equal("A4", sheet.Descendants<Pane>().Single().TopLeftCell);
        Assert.Equal("\"是,否\"", sheet.Descendants<DataValidation>().First().Formula1!.Text);
        var unlocked = workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().Select(format => format.Protection?.Locked?.Value == false).ToList();
        Assert.Equal(["I4", "J4", "K4"], sheet.Descendants<Row>().ElementAt(3).Elements<Cell>().Where(cell => unlocked[(int)cell.StyleIndex!.Value]).Select(cell => cell.CellReference!.Value));
    }

    [Fact]
    public void A_form_that_nobody_touched_gives_back_what_it_held() => Gen.Select(Rows.Array[0, 6], Gen.Guid).Sample(
        (rows, id) =>
        {
            var form = SampleForm.April with { FormId = id, Rows = rows };

            var filled = Read(UnitFormXlsx.Write(form));

            Assert.Equal((id, form.Period), (filled.FormId, filled.Period));
            Assert.Equal(
                rows.Select(row => (row.ItemKey, row.Version, row.Voluntary, row.Progress?.Trim(), row.PlanMet, row.Shortfall?.Trim())),
                filled.Rows.Select(row => (row.ItemKey, row.Version, row.Voluntary, row.Progress, row.PlanMet, row.Shortfall)));
            Assert.Empty(filled.Problems);
            Assert.All(filled.Rows.SelectMany(row => row.Problems), problem => Assert.Equal("not-filled", problem.Code));
        },
        iter: 300);

    [Fact]
    public void What_was_filled_in_comes_back_and_nothing_else_changes()
    {
        var file = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet =>
        {
            sheet.Set("I4", "  累计开工1,260套，\r\n其中本月新增310套。 ");
            sheet.Set("J4", " 是 ");
        });

        var row = Read(file).Rows[0];

        Assert.Equal(("k-101", 1, "累计开工1,260套，\n其中本月新增310套。", true, null), (row.ItemKey, row.Version, row.Progress, row.PlanMet, row.Shortfall));
        Assert.Empty(row.Problems);
    }

    [Fact]
    public void Whatever_is_filled_in_comes_back() => Gen.Select(Texts, Gen.Bool, Texts).Array[1, 5].Sample(
        answers =>
        {
            var form = SampleForm.April with { Rows = [.. answers.Select((_, i) => SampleForm.April.Rows[0] with { ItemKey = $"k{i}", Number = i })] };
            var file = EditedSheet.Edit(UnitFormXlsx.Write(form), sheet =>
            {
                for (var i = 0; i < answers.Length; i++)
                {
                    // Other programs write an underscore that looks like an escape as one, as we do.
                    sheet.Set($"I{i + 4}", answers[i].Item1.Replace("_x000D_", "_x005F_x000D_", StringComparison.Ordinal));
                    sheet.Set($"J{i + 4}", answers[i].Item2 ? "是" : "否");
                    sheet.Set($"K{i + 4}", answers[i].Item3.Replace("_x000D_", "_x005F_x000D_", StringComparison.Ordinal));
                }
            });

            var rows = Read(file).Rows;

            Assert.Equal(
                answers.Select((answer, i) => ($"k{i}", answer.Item1.Trim(), (bool?)answer.Item2, answer.Item3.Trim())),
                rows.Select(row => (row.ItemKey, row.Progress!, row.PlanMet, row.Shortfall!)));
            Assert.All(rows, row => Assert.Empty(row.Problems));
        },
        iter: 100);

    [Theory]
    [InlineData("√", true)]
    [InlineData("×", false)]
    [InlineData("Y", true)]
    [InlineData("n", false)]
    [InlineData("已完成", true)]
    [InlineData("Ｎｏ", false)]
    public void The_claim_is_understood_as_people_write_it(string typed, bool planMet)
    {
        var file = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet => sheet.Set("J4", typed));

        Assert.Equal(planMet, Read(file).Rows[0].PlanMet);
    }

    [Fact]
    public void Numbers_truth_values_and_formulas_are_what_the_cell_shows()
    {
        var file = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet =>
        {
            sheet.Set("I4", "1260", CellValues.Number);
            sheet.Set("J4", "0", CellValues.Boolean);
            sheet.SetFormula("K4", "HYPERLINK(\"http://example.org\",\"见附件\")", "见附件");
        });

        var row = Read(file).Rows[0];

        Assert.Equal(("1260", false, "见附件"), (row.Progress, row.PlanMet, row.Shortfall));
    }

    [Theory]
    [InlineData("累计开工1,260套。", "否", "", "shortfall-unexplained")]
    [InlineData("累计开工1,260套。", "否", "无", "shortfall-unexplained")]
    [InlineData("累计开工1,260套。", "", "", "claim-missing")]
    [InlineData("累计开工1,260套。", "看情况", "", "claim-unreadable")]
    [InlineData("累计开工1,260套。", "是（超额完成）", "", "claim-remark")]
    [InlineData("", "是", "", "progress-missing")]
    [InlineData("", "", "", "not-filled")]
    public void What_is_missing_is_told_of_the_row(string progress, string claim, string shortfall, string code)
    {
        var file = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet =>
        {
            sheet.Set("I4", progress);
            sheet.Set("J4", claim);
            sheet.Set("K4", shortfall);
        });

        Assert.Equal([code], Read(file).Rows[0].Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void An_answer_over_four_thousand_characters_is_kept_and_told()
    {
        var file = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet =>
        {
            sheet.Set("I4", new string('长', 4_001));
            sheet.Set("J4", "是");
        });

        var row = Read(file).Rows[0];

        Assert.Equal(4_001, row.Progress!.Length);
        Assert.Equal(["answer-too-long"], row.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Rows_may_be_moved_and_removed()
    {
        var file = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet => sheet.Rearrange(4, sheet.Row(6), sheet.Row(5)));

        var filled = Read(file);

        Assert.Equal(["k-103", "k-102"], filled.Rows.Select(row => row.ItemKey));
        Assert.Equal(SampleForm.April.Rows[1].Progress, filled.Rows[1].Progress);
        Assert.Equal(["rows-gone"], filled.Problems.Select(problem => problem.Code));
        Assert.Contains("少了 1 项", filled.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_may_be_moved_and_the_sheet_renamed()
    {
        var file = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet =>
        {
            sheet.InsertColumn('I');
            sheet.Set("I3", "备注");
            sheet.Set("I5", "已电话沟通");
            sheet.Workbook.Workbook!.Descendants<Sheet>().First().Name = "区住建局4月";
        });

        var filled = Read(file);

        Assert.Equal(SampleForm.April.Rows.Select(row => row.Progress), filled.Rows.Select(row => row.Progress));
        Assert.Equal(["“备注”一栏是自行增加的，没有读取。"], filled.Problems.Select(problem => problem.Message));
    }

    [Fact]
    public void Rows_and_cells_that_somebody_added_are_told()
    {
        var file = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet =>
        {
            sheet.Set("F7", "新增一项工作");
            sheet.Set("I7", "已启动");
            sheet.Set("N5", "旁注");
        });

        var filled = Read(file);

        Assert.Equal(3, filled.Rows.Count);
        Assert.Equal(
            ["added-row：第 7 行是自行增加的，没有读取（“已启动”）。请填在原来的行里。", "extra-column：N 列是表外的文字，没有读取。"],
            filled.Problems.Select(problem => $"{problem.Code}：{problem.Message}"));
    }

    [Fact]
    public void A_locked_cell_that_was_changed_is_told_by_its_column()
    {
        var file = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet =>
        {
            sheet.Set("F5", "改造老旧小区20个，惠及居民8,400户。");
            sheet.Set("G5", "累计开工１４个， 完工5个。");
        });

        var problem = Assert.Single(Read(file).Rows[1].Problems);

        Assert.Equal("locked-cell-changed", problem.Code);
        Assert.StartsWith("“工作内容”", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_another_form_is_not_taken()
    {
        var other = UnitFormXlsx.Write(SampleForm.April with { FormId = Guid.NewGuid() });
        var file = EditedSheet.Edit(other, sheet =>
        {
            sheet.Set("B4", EditedSheet.Text(UnitFormXlsx.Write(SampleForm.April), "B4")!);
            sheet.Set("A5", "k-999");
        });

        var filled = Read(file);

        Assert.Equal(["k-103"], filled.Rows.Select(row => row.ItemKey));
        Assert.Equal(["unknown-row", "unknown-row", "rows-gone"], filled.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Of_copied_rows_the_filled_one_counts()
    {
        var file = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet =>
        {
            sheet.Rearrange(4, sheet.Row(4), sheet.Row(5), sheet.Row(6), (Row)sheet.Row(4).CloneNode(deep: true));
            sheet.Set("I7", "累计开工1,260套。");
            sheet.Set("J7", "是");
        });

        var filled = Read(file);

        Assert.Equal(("k-101", "累计开工1,260套。", 7), (filled.Rows[0].ItemKey, filled.Rows[0].Progress, filled.Rows[0].SheetRow));
        Assert.Empty(filled.Rows[0].Problems);
        Assert.Equal([(ProblemSeverity.Info, "duplicate-row")], filled.Problems.Select(problem => (problem.Severity, problem.Code)));
    }

    [Fact]
    public void Copied_rows_that_disagree_are_an_error()
    {
        var file = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet =>
        {
            sheet.Rearrange(4, sheet.Row(4), sheet.Row(5), sheet.Row(6), (Row)sheet.Row(5).CloneNode(deep: true));
            sheet.Set("I7", "累计开工13个。");
        });

        var row = Read(file).Rows[1];

        Assert.Equal(SampleForm.April.Rows[1].Progress, row.Progress);
        Assert.Equal([(ProblemSeverity.Error, "duplicate-row")], row.Problems.Select(problem => (problem.Severity, problem.Code)));
    }

    [Fact]
    public void A_merged_answer_counts_for_each_of_its_rows()
    {
        var file = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet =>
        {
            sheet.Set("I5", "两项合并推进。");
            sheet.Set("I6", "");
            sheet.Merge("I5:I6");
        });

        var rows = Read(file).Rows;

        Assert.Equal(["两项合并推进。", "两项合并推进。"], rows.Skip(1).Select(row => row.Progress));
        Assert.Contains(rows[2].Problems, problem => problem.Code == "merged-answer");
    }

    [Fact]
    public void A_copied_sheet_is_told_and_not_read()
    {
        var file = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet =>
        {
            var copy = sheet.Workbook.AddNewPart<WorksheetPart>();
            copy.Worksheet = (Worksheet)sheet.Data.Parent!.CloneNode(deep: true);
            sheet.Workbook.Workbook!.Sheets!.AppendChild(new Sheet { Name = "填报 (2)", SheetId = 9, Id = sheet.Workbook.GetIdOfPart(copy) });
        });

        Assert.Equal(["工作表“填报 (2)”没有读取，只读取了填报表一张。"], Read(file).Problems.Select(problem => problem.Message));
    }

    [Theory]
    [InlineData("A3", "序", "not-a-unit-form")]
    [InlineData("A3", "luoshi-form/9 2024-04", "unknown-form-format")]
    [InlineData("B3", "", "not-a-unit-form")]
    [InlineData("I3", "完成情况汇总", "answer-column-gone")]
    public void A_form_without_its_marks_is_refused(string cell, string text, string code)
    {
        var file = EditedSheet.Edit(UnitFormXlsx.Write(SampleForm.April), sheet => sheet.Set(cell, text));

        Assert.Equal(code, UnitFormXlsx.Read(file, ReadLimits.Upload).Refusal?.Code);
    }

    private static FilledUnitForm Read(byte[] file) => UnitFormXlsx.Read(file, ReadLimits.Upload).Value;
}
