using Luoshi.Core.Quantities;

namespace Luoshi.Core.Tests.Quantities;

public sealed class ReadingLabelledSentences
{
    private static readonly string Labels = Repository.File("samples", "labelled", "quantities.tsv");

    [Theory]
    [InlineData("quantities.tsv")]
    [InlineData("quantities-fresh.tsv")]
    [InlineData("quantities-governments.tsv")]
    [InlineData("quantities-trades.tsv")]
    [InlineData("quantities-reports.tsv")]
    [InlineData("quantities-counties.tsv")]
    [InlineData("quantities-forms.tsv")]
    [InlineData("quantities-published.tsv")]
    [InlineData("quantities-works.tsv")]
    [InlineData("quantities-bureaus.tsv")]
    [InlineData("quantities-words.tsv")]
    public void Precision_and_recall_stay_at_what_the_file_records(string file)
    {
        var (sentences, precision, recall) = LabelledQuantities.Load(Repository.File("samples", "labelled", file));

        var results = sentences.Select(LabelledQuantities.Compare).ToArray();

        double right = results.Sum(result => result.Right);
        var found = results.Sum(result => result.Right + result.Wrong.Count);
        var expected = sentences.Sum(sentence => sentence.Labels.Count);
        var misses = string.Join('\n', results.SelectMany(result => result.Missed).Select(miss => $"{miss.Label.Span}: {miss.Why}"));
        Assert.True(right / found >= precision && right / expected >= recall, $"precision {right / found:F4}, recall {right / expected:F4}\n{misses}");
    }

    [Fact]
    public void There_are_sentences_enough_and_many_without_any_quantity()
    {
        var (sentences, _, _) = LabelledQuantities.Load(Labels);

        Assert.True(sentences.Count >= 300, $"{sentences.Count} sentences");
        Assert.True(sentences.Count(sentence => sentence.Labels.Count == 0) >= 60);
        Assert.Equal(Enum.GetValues<QuantityKind>().Order(), sentences.SelectMany(sentence => sentence.Labels).Select(label => label.Kind).Distinct().Order());
    }

    [Fact]
    public void No_sentence_stands_twice()
    {
        var sentences = Directory.GetFiles(Path.GetDirectoryName(Labels)!, "quantities*.tsv").SelectMany(file => LabelledQuantities.Load(file).Sentences);

        Assert.Empty(sentences.GroupBy(sentence => sentence.Text).Where(same => same.Count() > 1).Select(same => same.Key));
    }
}
