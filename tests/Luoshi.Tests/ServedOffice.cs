using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Luoshi.App.Accounts;
using Luoshi.App.Safety;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Tests;

/// <summary>The real program over a store, and programs of a unit that submit and withdraw without end.</summary>
internal static class ServedOffice
{
    public static async Task WorkAsync(Uri address, string secret, Guid item, ChannelWriter<string> answered, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address, "/api/v1/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        try
        {
            while (!ct.IsCancellationRequested)
            {
                using var seen = await http.GetAsync(new Uri($"due-items/{item}/progress-report", UriKind.Relative), ct);
                var report = seen.IsSuccessStatusCode ? JsonNode.Parse(await seen.Content.ReadAsStringAsync(ct)) : null;
                if ((string?)report?["status"] == "inReview")
                {
                    (await SendAsync(http, $"progress-reports/{report["id"]}/withdrawal", (int)report["version"]!, null, ct)).Dispose();
                    continue;
                }

                var text = $"累计完成{Guid.NewGuid():N}。";
                using var answer = await SendAsync(http, $"due-items/{item}/progress-report/submission", (int?)report?["version"] ?? 0, new { progress = text, planMet = true }, ct);
                if (answer.IsSuccessStatusCode)
                {
                    answered.TryWrite(text);
                }
            }
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
        {
            // The program is gone: what it was asked last was not answered.
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string path, int version, object? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        request.Headers.TryAddWithoutValidation(version == 0 ? "If-None-Match" : "If-Match", version == 0 ? "*" : $"\"{version}\"");
        return await http.SendAsync(request, ct);
    }

    public static Process Start(Store store) => store.Choice.IsPostgres
        ? LuoshiProgram.Start("serve", "--data", store.Choice.DataFolder, "--urls", "http://127.0.0.1:0", "--database", store.Choice.Connection)
        : LuoshiProgram.Start("serve", "--data", store.Choice.DataFolder, "--urls", "http://127.0.0.1:0");

    public static async Task<Uri> AddressAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("落实已启动：", StringComparison.Ordinal))
            {
                return new Uri(line["落实已启动：".Length..]);
            }
        }

        throw new InvalidOperationException($"The program ended by itself: {await server.StandardError.ReadToEndAsync()}");
    }

    public static async Task<string> TokenAsync(SmallDistrict district)
    {
        var store = district.Store;
        var account = (await store.AskAsync<CreateAccount, Outcome<AccountCreated>>(Access.System, create => create.ExecuteAsync(district.GovernmentId, "chengxu", "程禾", CancellationToken.None))).Value;
        var position = (await store.AskAsync<GrantRole, Outcome<Position>>(Access.System, grant => grant.ExecuteAsync(account.Id, Role.UnitReporter, district.Farming.Id, null, CancellationToken.None))).Value;
        await store.LookAsync(Access.System, async db =>
        {
            (await db.Accounts.SingleAsync(row => row.Id == account.Id)).MustChangePassword = false;
            db.Record(district.GovernmentId, "account-changed", nameof(Account), account.Id);
            return await db.SaveChangesAsync();
        });
        return (await store.AskAsync<CreateAccessToken, Outcome<AccessTokenCreated>>(
            district.FarmingReporter with { AccountId = account.Id }, create => create.ExecuteAsync(position.Id, "报送程序", TokenScope.ReadWrite, 30, CancellationToken.None))).Value.Secret;
    }

    public static async Task<IReadOnlyList<Finding>> FindingsAsync(Store store) =>
        [.. (await store.AskAsync<ExamineStore, Outcome<IReadOnlyList<Examined>>>(Access.System, examine => examine.ExecuteAsync(new DataFolder(store.Choice.DataFolder), CancellationToken.None))).Value
            .SelectMany(examined => examined.Findings).Where(finding => finding.Code is not ("disk-low" or "clock-behind" or "calendar-missing"))];
}
