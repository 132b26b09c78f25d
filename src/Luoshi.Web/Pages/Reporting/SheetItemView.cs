using Luoshi.App.Reporting;
using Luoshi.Core;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;

namespace Luoshi.Web.Pages.Reporting;

/// <summary>One item of the sheet with what was typed in it.</summary>
public sealed record SheetItemView(IndexModel Page, SheetItem Item)
{
    /// <summary>Names the item's fields and anchors.</summary>
    public string Id { get; } = Item.Item.Id.ToString("N");

    public SheetEntry Entry { get; } = Page.EntryOf(Item);

    public Refusal? Refusal => Page.RefusalOf(Item.Item.Id);

    public bool IsUnexplained => Refusal?.Code == "shortfall-unexplained";

    /// <summary>Whether there is something to do in it.</summary>
    public bool IsUnfolded => Refusal is not null || (!Item.Item.IsVoluntary && ((Item.IsOpen && (Item.Report?.ReturnReason is not null || Item.Text.Progress is null))
        || Item.Doubts.Any(doubt => doubt is { State: DoubtState.Open, Strength: DoubtStrength.Strong } || Page.RefusalOf(doubt.Id) is not null)));

    public string Field(string name) => $"Entries[{Id}].{name}";
}

/// <summary>One doubt of an item, to be answered.</summary>
public sealed record DoubtView(SheetItemView Item, RaisedDoubt Doubt);
