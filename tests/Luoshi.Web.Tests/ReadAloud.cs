using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Luoshi.Web.Tests;

/// <summary>What keeps a page from being read aloud, used by keyboard or seen by weak eyes, as axe finds it.</summary>
internal static class ReadAloud
{
    private static readonly string s_axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Serious and critical faults, each with its first element. No page of ours has frames: one run in the page says all, and opens no other page to
    /// gather what frames found.
    /// </summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        await page.EvaluateAsync(s_axe);
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'], preload: false })).violations
              .filter(found => found.impact === 'serious' || found.impact === 'critical')
              .map(found => `${found.id}: ${found.nodes[0].html}`)
            """);
    }
}
