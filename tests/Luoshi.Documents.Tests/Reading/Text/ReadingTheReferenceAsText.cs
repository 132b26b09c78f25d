using Luoshi.Documents.Reading;

namespace Luoshi.Documents.Tests.Reading.Text;

public sealed class ReadingTheReferenceAsText
{
    [Fact]
    public void Every_row_of_the_nine_leaders_is_a_table_row_with_its_line()
    {
        var document = TextReading.Read(Reference());

        var tables = document.Blocks.OfType<TableBlock>().ToList();
        var numbered = tables.SelectMany(t => t.Rows).Where(r => int.TryParse(r.Cells[0].Text, out _)).ToList();
        Assert.Equal(105, numbered.Count);
        Assert.Equal(9, tables.SelectMany(t => t.Rows).Count(r => r.Cells[0].Text == "序号"));
        Assert.All(tables.SelectMany(t => t.Rows), r => Assert.Equal(7, r.Cells.Count));
        Assert.Equal(24, numbered[2].Location.Line);
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void The_torn_row_and_its_rest_stand_in_two_tables()
    {
        var document = TextReading.Read(Reference());

        var rest = document.Blocks.OfType<TableBlock>().Single(t => t.Location.Line == 165).Rows[0];
        Assert.Equal(["", "", "", "", "", ""], rest.Cells.Where(c => c.Column != 4).Select(c => c.Text));
        Assert.True(rest.Cells[4].Text.Length > 100);
    }

    [Fact]
    public void Paragraphs_are_the_titles_the_date_and_the_leaders()
    {
        var document = TextReading.Read(Reference());

        var paragraphs = document.Blocks.OfType<ParagraphBlock>().Select(p => p.Text).ToList();
        Assert.Equal(3 + (2 * 9), paragraphs.Count);
        Assert.DoesNotContain(paragraphs, p => p.Contains('#', StringComparison.Ordinal) || p.Contains("--", StringComparison.Ordinal));
    }

    [Fact]
    public void Stray_tags_are_gone_and_angle_brackets_that_are_text_remain()
    {
        var document = TextReading.Read(Reference());

        var cells = document.Blocks.OfType<TableBlock>().SelectMany(t => t.Rows).SelectMany(r => r.Cells).Select(c => c.Text).ToList();
        Assert.DoesNotContain(cells, c => c.Contains("<p>", StringComparison.Ordinal) || c.Contains("</", StringComparison.Ordinal));
        Assert.Single(cells, c => c.Contains('<', StringComparison.Ordinal));
    }

    private static byte[] Reference()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Luoshi.slnx")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        var file = Path.Combine(root, "..", "shared", "samples", "2024-04-dinghai.txt");
        Assert.SkipUnless(File.Exists(file), "The reference sample is not beside the repository.");
        return File.ReadAllBytes(file);
    }
}
