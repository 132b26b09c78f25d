namespace Luoshi.Core.Checks.Doubts;

/// <summary>The fields of a government's work, told by words that belong to one of them alone. Few words on purpose: silence is better than a guess.</summary>
internal static class Subjects
{
    private static readonly (string Name, WordFinder Words)[] All =
    [
        ("教育", new("学校 校园 中小学 幼儿园 教师 学生 义务教育 课后 双减 学前教育 未成年人 阅读 家长 校长")),
        ("卫生健康", new("医院 保健院 卫生院 卫生室 医共体 医疗 诊疗 疾控 门诊 巡诊 名医 中医 健康促进 急救")),
        ("养老托育", new("养老 老年 托育 婴幼儿 照护 助餐 福利院 康养 适老")),
        ("水利", new("海塘 水库 防洪 防潮 防汛 山塘 河道 灌溉 水利 除险加固 堤防")),
        ("城建交通", new("道路 公路 铁路 高速 停车 管网 燃气 供水 安置房 老旧小区 桥梁 隧道 污水 雨水 码头 航道 公交 电梯 井盖 口袋公园")),
        ("农业农村", new("农田 耕地 农业 农村 农产品 乡村 农房 渔业 渔船 养殖 种植 小麦 水稻 病虫害 粮食 果园 村庄 村集体")),
        ("工业", new("规上工业 工业 制造业 技改 专精特新 链主 工厂 产能 车间 企业研发")),
        ("文化旅游", new("旅游 文旅 景区 民宿 文物 非遗 演出 博物馆 图书馆 游客 文化活动 赛事 体育")),
        ("生态环境", new("大气 污染 生态环境 环保 水质 空气质量 无废 垃圾分类 PM2.5 减排 绿化")),
        ("平安法治", new("警情 案件 调解 反诈 普法 司法 扫黑 信访 执法 法律援助 禁毒 破获")),
        ("就业社保", new("就业 招聘 社保 养老保险 失业保险 医疗保障 医保 参保 劳动关系 低保 救助")),
        ("财政金融", new("预算 财政 债务 税收 贷款 上市 专项债 国债 基金")),
        ("招商", new("招商 签约 利用外资 引资")),
        ("安全生产", new("安全生产 危化品 有限空间 涉爆粉尘 应急演练 烟花爆竹 特种设备 消防安全")),
        ("党建", new("党建 党组织 党支部 主题教育 党员 党课 廉政")),
    ];

    /// <summary>The fields the text speaks of.</summary>
    public static List<string> Of(string text) => [.. All.Where(subject => subject.Words.In(text)).Select(subject => subject.Name)];
}
