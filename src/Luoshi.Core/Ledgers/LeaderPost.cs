namespace Luoshi.Core.Ledgers;

/// <summary>Who holds a post from one day to another; <paramref name="Until"/> is the first day of the next holder, null while in office.</summary>
public sealed record PostHolder(string Name, DateOnly From, DateOnly? Until);

/// <summary>领导职务 — the responsible leader of key tasks. A post, not a person: 由继任领导担任，不另行文.</summary>
public sealed class LeaderPost
{
    public required int GovernmentId { get; init; }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>常务副区长, 常委 …</summary>
    public required string Title { get; set; }

    /// <summary>The order in the material, 1 first.</summary>
    public required int Rank { get; set; }

    /// <summary>Oldest first; the periods do not overlap.</summary>
    public List<PostHolder> Holders { get; set; } = [];

    /// <summary>Grows with every change: whoever saves must have seen the one before.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The holder on a day; null when the post is vacant.</summary>
    public string? HolderOn(DateOnly day) => Holders.Find(holder => holder.From <= day && (holder.Until is not { } until || day < until))?.Name;

    /// <summary>常务副区长 钱和 — titles alone do not tell the deputies apart.</summary>
    public string NameOn(DateOnly day) => HolderOn(day) is { } holder ? $"{Title}\u00a0{holder}" : Title;

    /// <summary>As the material prints it on a day.</summary>
    public LeaderMention MentionOn(DateOnly day) => new(HolderOn(day), Title);

    /// <summary>The holder from <paramref name="from"/> on; whoever held it steps down that day.</summary>
    public void HandOver(string name, DateOnly from)
    {
        Holders = [.. Holders.Where(holder => holder.From < from).Select(holder => holder.Until is { } until && until <= from ? holder : holder with { Until = from }), new PostHolder(name, from, null)];
    }
}
