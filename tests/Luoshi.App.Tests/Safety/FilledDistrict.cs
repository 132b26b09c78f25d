using System.Security.Cryptography;
using System.Text;
using Luoshi.App.Accounts;
using Luoshi.App.Reporting;
using Luoshi.App.Safety;
using Luoshi.Core;
using Luoshi.Core.Accounts;
using Luoshi.Core.Reporting;
using Luoshi.Testing;

namespace Luoshi.App.Tests.Safety;

/// <summary>A small district with people, a return that raised doubts and came back, and an attachment on the disk.</summary>
internal static class FilledDistrict
{
    public static ReportingPeriod July { get; } = new(2024, 7);

    public static ReportText Behind { get; } = new("截至7月22日，累计建成高标准农田1200亩。", true, null);

    public static async Task<(SmallDistrict District, ReportStand Report)> FillAsync(Store store, DataFolder folder)
    {
        var district = await SmallDistrict.CreateAsync(store);
        var account = await store.AskAsync<CreateAccount, Outcome<AccountCreated>>(district.System, create => create.ExecuteAsync(district.GovernmentId, "nongye", "唐小满", CancellationToken.None));
        await store.AskAsync<GrantRole, Outcome<Position>>(district.System, grant => grant.ExecuteAsync(account.Value.Id, Role.UnitReporter, district.Farming.Id, null, CancellationToken.None));
        var item = await district.OpenAsync(July, "新建高标准农田");
        var submitted = (await store.AskAsync<SubmitReport, Outcome<ReportSubmitted>>(district.FarmingReporter, submit => submit.ExecuteAsync(item.Id, 0, Behind, CancellationToken.None))).Value.Stand;
        await AttachAsync(store, district, folder, item, submitted.ReportId);
        var returned = await store.AskAsync<ReturnReport, Outcome<ReportStand>>(
            district.Clerk,
            operation => operation.ExecuteAsync(submitted.ReportId, submitted.Version, "请写明“差距”的原因。\n分行写。", store.Clock.GetUtcNow().UtcDateTime.AddDays(2), Judgement.Doubted, CancellationToken.None));
        return (district, returned.Value);
    }

    private static async Task AttachAsync(Store store, SmallDistrict district, DataFolder folder, DueItem item, Guid reportId)
    {
        var content = Encoding.UTF8.GetBytes("验收表");
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        Directory.CreateDirectory(Path.GetDirectoryName(folder.AttachmentPath(hash))!);
        await File.WriteAllBytesAsync(folder.AttachmentPath(hash), content);
        await store.LookAsync(district.FarmingReporter, async db =>
        {
            db.Add(new Attachment
            {
                GovernmentId = district.GovernmentId,
                TaskId = item.TaskId,
                ReportId = reportId,
                UnitId = item.UnitId,
                PostId = item.PostId,
                Name = "验收表.txt",
                ContentHash = hash,
                Size = content.Length,
                AddedBy = district.FarmingReporter.AccountId!.Value,
                AddedAt = store.Clock.GetUtcNow().UtcDateTime,
            });
            db.Record("attachment-added", nameof(Attachment), reportId);
            return await db.SaveChangesAsync();
        });
    }
}
