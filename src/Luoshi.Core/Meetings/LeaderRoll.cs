using Luoshi.Core.Ledgers;

namespace Luoshi.Core.Meetings;

/// <summary>
/// Who is who among the leaders that several documents mention: the same name is the same leader, and a post without a name is the one
/// person known to hold it. Two people in one post stay two, and the bare post a third: nothing is guessed.
/// </summary>
internal sealed class LeaderRoll
{
    private readonly Dictionary<string, LeaderMention> _fullest = [];
    private readonly Dictionary<string, HashSet<string>> _namesByTitle = [];

    public LeaderRoll(IEnumerable<LeaderMention> mentions)
    {
        var all = mentions.Distinct().ToList();
        foreach (var mention in all)
        {
            if (mention is { Name: { } name, Title: { } title })
            {
                if (!_namesByTitle.TryGetValue(title, out var names))
                {
                    _namesByTitle[title] = names = [];
                }

                names.Add(name);
            }
        }

        foreach (var mention in all)
        {
            var key = Key(mention)!;
            if (!_fullest.TryGetValue(key, out var known) || (Words(mention) > Words(known)))
            {
                _fullest[key] = mention;
            }
        }
    }

    /// <summary>Equal for mentions of the same leader; null for no mention.</summary>
    public string? Key(LeaderMention? mention) => mention switch
    {
        null => null,
        { Name: { } name } => "name " + name,
        _ => _namesByTitle.TryGetValue(mention.Title ?? "", out var names) && names.Count == 1 ? "name " + names.Single() : "post " + mention.Title,
    };

    /// <summary>The fullest mention of the leader with this key.</summary>
    public LeaderMention? Mention(string? key) => key is null ? null : _fullest[key];

    private static int Words(LeaderMention mention) => (mention.Name is null ? 0 : 1) + (mention.Title is null ? 0 : 1);
}
