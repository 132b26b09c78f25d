using System.Globalization;
using Luoshi.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Luoshi.Web.Pages;

/// <summary>What somebody reads when a page cannot be shown: what happened and what to do, never how the program is made.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>What became of what was asked for; null where nobody said.</summary>
    public Gone? Gone { get; private set; }

    public void OnGet() => Tell();

    public void OnPost() => Tell();

    private void Tell()
    {
        // From the address alone: binding would look into the form too, which may be what cannot be read.
        var code = int.TryParse(RouteData.Values["code"] as string, CultureInfo.InvariantCulture, out var asked) ? asked : 500;
        Gone = code == 410 ? HttpContext.Features.Get<Gone>() : null;
        (Heading, Advice) = Gone is { } gone ? (gone.Heading, gone.Said)
            : HttpContext.Features.Get<Nothing.Found>() is not null ? ("文字里有存不了的字符", Nothing.Advice)
            : Words(code);
    }

    private static (string Heading, string Advice) Words(int code) => code switch
    {
        400 => ("没有看懂这次提交", "页面可能停留太久。请返回上一页刷新后再提交，已写的文字还在。"),
        403 => ("您不能看这一页", "这不是您当前身份的工作。如确需办理，请与督查科或管理员联系。"),
        404 => ("没有这一页", "地址可能写错，或内容已被删除。请从首页重新进入。"),
        409 => ("这一项刚刚被别人改过", "您的改动还没有保存。请返回上一页，刷新后核对再提交。"),
        410 => ("内容已经不在了", "这一项已被删除或并入别处。请从首页重新进入。"),
        413 => ("文件太大", "一个文件最多20 MB。请压缩图片或分成几个文件再上传。"),
        429 => ("操作太频繁", "请稍等一分钟再试。"),
        _ => ("系统出错了", "没有做完的不会留下一半。请稍后再试；再次出现时，请把下面的编号告诉管理员。"),
    };
}
