using Luoshi.Core.Meetings;

namespace Luoshi.Documents.Writing;

/// <summary>办公会议材料 as a Word document that Word, WPS and LibreOffice open alike. The same material gives the same bytes.</summary>
public static class MeetingMaterialDocx
{
    public static byte[] Write(MeetingMaterial material, MaterialLook look)
    {
        var page = PageGeometry.Of(look);
        using var zip = new DeterministicZip();
        WordPackage.WriteFrame(zip, material.Heading);
        using (var styles = zip.Add("word/styles.xml"))
        {
            WordStyles.Write(styles, look.Fonts, page);
        }

        WordPackage.WriteFooters(zip);
        using (var document = zip.Add("word/document.xml"))
        {
            MaterialBody.Write(document, material, page);
        }

        return zip.Finish();
    }
}
