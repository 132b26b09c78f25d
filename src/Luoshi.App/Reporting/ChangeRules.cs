using System.Text.Json;
using Luoshi.App.Checks;
using Luoshi.App.Data;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Checks;
using Luoshi.Core.Reporting;

namespace Luoshi.App.Reporting;

/// <summary>调整报送规则 — new rules from now on. The old ones stay for the returns that were checked by them; opened periods keep their due times.</summary>
public sealed class ChangeRules(LuoshiDb db, TimeProvider clock)
{
    /// <param name="seen">The rules that the person saw: what somebody else has decided since is not passed over.</param>
    /// <param name="due">By when what is due.</param>
    /// <param name="checks">The settings of the checks.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when done; <c>forbidden</c>, <c>due-rule-invalid</c>, <c>settings-not-understood</c>, <c>rules-unchanged</c>, <c>changed-meanwhile</c>.</returns>
    public async Task<Refusal?> ExecuteAsync(Guid seen, DueRules due, CheckSettings checks, string? reason, CancellationToken ct)
    {
        if (db.Access.Refuse(Operation.ManageRules) is { } refusal)
        {
            return refusal;
        }

        if (due.Validated().Refusal is { } invalid)
        {
            return invalid;
        }

        if (CheckSettingsFile.Valid(checks, "检查设置").Refusal is { } mistaken)
        {
            return mistaken;
        }

        var now = await RulesInForce.NowAsync(db, ct);
        if (now.Id != seen)
        {
            return Concurrency.Changed;
        }

        var rules = new RuleSet
        {
            GovernmentId = db.Access.GovernmentId,
            ReplacedId = seen,
            From = clock.GetUtcNow().UtcDateTime,
            CheckSettings = JsonSerializer.Serialize(checks, Json.Options),
            DueRules = JsonSerializer.Serialize(due, Json.Options),
        };
        if (JsonSerializer.Serialize(now.Checks, Json.Options) == rules.CheckSettings && JsonSerializer.Serialize(now.Due, Json.Options) == rules.DueRules)
        {
            return new Refusal("rules-unchanged", "规则没有改动。");
        }

        db.Add(rules);
        db.Record("rules-changed", nameof(RuleSet), rules.Id, reason);
        return await db.TrySaveAsync(ct);
    }
}
