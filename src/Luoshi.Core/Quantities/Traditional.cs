using System.Buffers;

namespace Luoshi.Core.Quantities;

/// <summary>
/// Simplifies the traditional characters that figures and their words are written with, one for one, so that positions stay. What is not
/// here stays as it is and is still part of its noun.
/// </summary>
internal static class Traditional
{
    private const string From =
        "億萬兩畝噸個戶場條處項幾達為約過於與並較從將對應擬預計劃總體資產業務實現長減縮穩類級區縣鎮鄉門農開發設備車輛標準歲點時間" +
        "週報進環際專題極優選後們這無勞動醫療養導學習練齡變壓邊溝續線網絡織終統營單價費貿訂課證護質購額頭願黨壞廠廣慶庫張彈強當錄" +
        "徵懷戰戲據損換採撥擴數斷顯機權樓檢橋歷歸殺毀氣漢滿測災煙愛獎獲畢異監盤眾礦碼禮種積稱窮競筆節築範糧紀純納紙結給絕經維綠佔" +
        "佈僅內勵勢勝協參嚴園國團執夠婦寧審寬尋屬島幣幫師辦辭運適鐵銀錢陽隊階隨險難電靜韓順領頂風飛館馬驗魚麥齊債傳創劇緊編繼聯職" +
        "腦臨舉舊藝蘇號衛補裝製規視觀訓記許評試詳認誠調談請論講謝識議讀負財責貨貸貧貼賓賞賠賬趕趨跡踐軌軍軟載輔輕輪輸轉遞還鄰釋銷" +
        "鋼錯鍵陳陸雙雜離響頁顧餘飯驅鮮鹽";

    private const string To =
        "亿万两亩吨个户场条处项几达为约过于与并较从将对应拟预计划总体资产业务实现长减缩稳类级区县镇乡门农开发设备车辆标准岁点时间" +
        "周报进环际专题极优选后们这无劳动医疗养导学习练龄变压边沟续线网络织终统营单价费贸订课证护质购额头愿党坏厂广庆库张弹强当录" +
        "征怀战戏据损换采拨扩数断显机权楼检桥历归杀毁气汉满测灾烟爱奖获毕异监盘众矿码礼种积称穷竞笔节筑范粮纪纯纳纸结给绝经维绿占" +
        "布仅内励势胜协参严园国团执够妇宁审宽寻属岛币帮师办辞运适铁银钱阳队阶随险难电静韩顺领顶风飞馆马验鱼麦齐债传创剧紧编继联职" +
        "脑临举旧艺苏号卫补装制规视观训记许评试详认诚调谈请论讲谢识议读负财责货贷贫贴宾赏赔账赶趋迹践轨军软载辅轻轮输转递还邻释销" +
        "钢错键陈陆双杂离响页顾余饭驱鲜盐";

    private static readonly SearchValues<char> Known = SearchValues.Create(From);

    private static readonly Dictionary<char, char> Map = From.Zip(To).ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The same text, as long, with the known characters simplified; the same instance where there are none.</summary>
    public static string Simplify(string text) => !text.AsSpan().ContainsAny(Known)
        ? text
        : string.Create(text.Length, text, static (simplified, written) =>
        {
            for (var at = 0; at < written.Length; at++)
            {
                simplified[at] = Map.GetValueOrDefault(written[at], written[at]);
            }
        });
}
