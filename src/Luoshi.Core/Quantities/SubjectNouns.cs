namespace Luoshi.Core.Quantities;

/// <summary>Joins a noun that says little by itself with whoever stands before the verb: <b>第二产业</b>实现<b>增加值</b>, <b>城市低保</b>累计<b>支出</b>.</summary>
internal static class SubjectNouns
{
    /// <summary>The joined noun; null where <paramref name="subject"/> is no part of it. <paramref name="ofTrade"/> tells that it is no owner either.</summary>
    public static string? Join(string? own, string? subject, out bool ofTrade)
    {
        ofTrade = false;
        if (subject is not { Length: > 1 } || own is null)
        {
            return null;
        }

        if (own is "营收" or "利税" or "利润" or "利润总额" or "销售额" or "营业额" or "零售额" or "增加值" or "产值" or "总产值" or "产量" or "出口交货值" or "营业收入" or "拥有量" or "保有量" or "存量" && MetricNames.Clean(subject) is { } thing && ((thing[^1] is '业' && thing[^2] is not '企') || (MetricWords.EndsWithAny(own, "量") && !Places.EndsWithPlace(thing))))
        {
            // 第二产业实现增加值5亿元, 发明专利累计拥有量12件.
            ofTrade = true;
            return thing + own;
        }

        // 民政事业费累计支出7.7亿元, 全社会累计用电7.7亿千瓦时.
        return own is "支出" or "用电" or "用电量" or "用水量" or "用气量" && subject.Length > 2 && !MetricWords.EndsWithAny(subject, MetricWords.Doers) && !Places.EndsWithPlace(subject)
            ? MetricNames.Clean(subject) + own
            : null;
    }
}
