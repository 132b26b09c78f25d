using Microsoft.Playwright;

namespace Luoshi.Web.Tests.Guide;

/// <summary>
/// Takes the pictures of the user guide (<c>docs/guide/images</c>) on the way. ACCEPT_GUIDE=1 writes them anew; without it a picture is only named,
/// so that the guide can be held against the walk, and what it is about is looked for all the same.
/// </summary>
public sealed class Camera
{
    private readonly List<string> _taken = [];

    private static bool IsWriting => Environment.GetEnvironmentVariable("ACCEPT_GUIDE") == "1";

    public static string Folder => Repository.File("docs", "guide", "images");

    /// <summary>The names of the pictures so far.</summary>
    public IReadOnlyList<string> Taken => _taken;

    /// <param name="page">What is in the window now.</param>
    /// <param name="name">Of the picture.</param>
    /// <param name="shown">What the step is about: framed, and scrolled to where it is not in sight.</param>
    public async Task TakeAsync(IPage page, string name, ILocator? shown = null)
    {
        _taken.Add(name);

        // Asked for on every walk: what a step points at must be there long before somebody takes its picture again.
        await (shown?.ScrollIntoViewIfNeededAsync() ?? Task.CompletedTask);
        if (!IsWriting)
        {
            return;
        }

        if (shown is not null)
        {
            await shown.EvaluateAsync("element => { element.style.outline = '3px solid #c8102e'; element.style.outlineOffset = '3px'; }");
        }

        var seen = await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
        Directory.CreateDirectory(Folder);
        await File.WriteAllBytesAsync(Path.Combine(Folder, name + ".webp"), await SmallAsync(page.Context, seen));
        if (shown is not null)
        {
            await shown.EvaluateAsync("element => { element.style.outline = ''; element.style.outlineOffset = ''; }");
        }
    }

    // The browser is the only encoder that is always here. An empty page has no policy that forbids it to look at the picture.
    private static async Task<byte[]> SmallAsync(IBrowserContext context, byte[] png)
    {
        var table = await context.NewPageAsync();
        var webp = await table.EvaluateAsync<string>(
            """
            async png => {
              const image = new Image();
              image.src = "data:image/png;base64," + png;
              await image.decode();
              const canvas = document.createElement("canvas");
              const scale = Math.min(1, 1093 / image.width);
              canvas.width = image.width * scale;
              canvas.height = image.height * scale;
              const picture = canvas.getContext("2d");
              picture.imageSmoothingQuality = "high";
              picture.drawImage(image, 0, 0, canvas.width, canvas.height);
              return canvas.toDataURL("image/webp", 0.5).split(",")[1];
            }
            """,
            Convert.ToBase64String(png));
        await table.CloseAsync();
        return Convert.FromBase64String(webp);
    }
}
