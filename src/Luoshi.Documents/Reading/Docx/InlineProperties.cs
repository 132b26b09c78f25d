namespace Luoshi.Documents.Reading.Docx;

/// <summary>What runs and content controls say of themselves that decides whether their text is read.</summary>
internal static class InlineProperties
{
    /// <summary>Reads the <c>w:rPr</c> the walk stands on, to its end: whether the run's text is hidden.</summary>
    public static bool IsHidden(WordXml xml)
    {
        var hidden = false;
        var content = xml.Content;
        while (xml.NextElement(content))
        {
            switch (xml.Name)
            {
                case "vanish":
                    hidden = xml.IsOn;
                    break;
                case "rPrChange":
                    xml.Skip();
                    break;
            }
        }

        return hidden;
    }

    /// <summary>Reads the <c>w:sdtPr</c> the walk stands on, to its end: whether nothing was filled in and the control shows its prompt.</summary>
    public static bool ShowsPrompt(WordXml xml)
    {
        var prompt = false;
        var content = xml.Content;
        while (xml.NextElement(content))
        {
            if (xml.Name == "showingPlcHdr")
            {
                prompt = xml.IsOn;
            }
        }

        return prompt;
    }
}
