using Luoshi.Core.Reading;

namespace Luoshi.Documents.Reading.Docx;

/// <summary>
/// What a person should know about how a Word document was read. Every hidden row is named; the rest is told once, with its first place.
/// </summary>
internal sealed class ReadingNotes
{
    private readonly List<ReadingProblem> _problems = [];
    private readonly HashSet<string> _told = [];

    public IReadOnlyList<ReadingProblem> Problems => _problems;

    public void HiddenRow(SourceLocation place) =>
        _problems.Add(new ReadingProblem(ProblemSeverity.Info, "hidden-row", "这一行在文档中是隐藏的，已照常读入。", place));

    public void HiddenText(SourceLocation place) =>
        Once(ProblemSeverity.Warning, "hidden-text", "文档中有隐藏文字，打印时看不见，没有读入。需要的话请在 Word 中取消“隐藏”后再读。", place);

    public void CoveredText(SourceLocation place) =>
        Once(ProblemSeverity.Warning, "covered-text", "纵向合并的单元格下面还压着文字，文档中看不见，没有读入。请拆分单元格核对。", place);

    public void TextBox(SourceLocation place) =>
        Once(ProblemSeverity.Info, "text-box", "文本框里的文字没有读入。其中如有任务内容，请移到表格里。", place);

    public void Picture(SourceLocation place) =>
        Once(ProblemSeverity.Info, "picture-in-cell", "表格中有图片或嵌入的对象，里面的文字没有读入。", place);

    public void OutsideContent(SourceLocation place) =>
        Once(ProblemSeverity.Warning, "embedded-document", "文档中嵌入了另一个文件，没有读入。请打开后把内容复制进来，另存一份再读。", place);

    public void OutsideField(SourceLocation place) =>
        Once(ProblemSeverity.Warning, "external-field", "文档中有从外部取数的域（DDE、LINK 等）。只读了现有文字，没有更新，也没有联网。请核对来源。", place);

    public void UnknownSymbol(SourceLocation place) =>
        Once(ProblemSeverity.Warning, "unknown-symbol", "有用符号字体写的字符认不出来，没有读入。请核对原文。", place);

    public void Placeholder(SourceLocation place) =>
        Once(ProblemSeverity.Info, "placeholder-text", "未填写的内容控件（如“单击此处输入文字”）按空白读入。", place);

    private void Once(ProblemSeverity severity, string code, string message, SourceLocation place)
    {
        if (_told.Add(code))
        {
            _problems.Add(new ReadingProblem(severity, code, message, place));
        }
    }
}
