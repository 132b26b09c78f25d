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
    /// <returns>Null when done; <c>forbidden</c>, <c>due-rule-invalid</c>, <c>settings-not-understood</c>, <c>rules-unchanged</c>.</returns>
    public async Task<Refusal?> ExecuteAsync(DueRules due, CheckSettings checks, string? reason, CancellationToken ct)
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

        var rules = new RuleSet
        {
            GovernmentId = db.Access.GovernmentId,
            From = clock.GetUtcNow().UtcDateTime,
            CheckSettings = JsonSerializer.Serialize(checks, Json.Options),
            DueRules = JsonSerializer.Serialize(due, Json.Options),
        };
        var now = await RulesInForce.NowAsync(db, ct);
        if (JsonSerializer.Serialize(now.Checks, Json.Options) == rules.CheckSettings && JsonSerializer.Serialize(now.Due, Json.Options) == rules.DueRules)
        {
            return new Refusal("rules-unchanged", "规则没有改动。");
        }

        db.Add(rules);
        db.Record("rules-changed", nameof(RuleSet), rules.Id, reason);
        return await db.TrySaveAsync(ct);
    }
}
