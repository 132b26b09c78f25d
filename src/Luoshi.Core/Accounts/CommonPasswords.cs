using System.Collections.Frozen;

namespace Luoshi.Core.Accounts;

/// <summary>
/// 常见密码 — words that people make passwords of, however they dress them: P@ssw0rd2024! is password. The words stand here without the digits
/// and signs around them, so that a few hundred answer for the thousands of a list.
/// </summary>
internal static class CommonPasswords
{
    private static readonly FrozenSet<string> s_words = FrozenSet.ToFrozenSet(
    [
        // What nobody changed, and what stands for it.
        "password", "passwd", "pass", "passw", "passpass", "passcode", "secret", "mima", "mimas", "womima", "wodemima", "admin", "administrator", "adminadmin", "root", "rootroot", "user",
        "username", "guest", "test", "testtest", "tester", "demo", "default", "changeme", "letmein", "login", "welcome", "hello", "helloworld", "master", "manager", "system", "sysadmin", "server",
        "service", "support", "super", "superman", "superuser", "oracle", "mysql", "postgres", "sqlserver", "sa", "tomcat", "apache", "nginx", "linux", "ubuntu", "windows", "cisco", "huawei",
        "huaweiadmin", "zte", "lenovo", "public", "private", "internet", "computer", "security", "trustno", "access", "temp", "temporary", "newpassword", "mypassword", "nopassword", "loginpass",

        // Rows of keys.
        "qwerty", "qwertyuiop", "qwert", "qwer", "qwe", "qweasd", "qweasdzxc", "asdf", "asdfgh", "asdfghjkl", "asd", "asdzxc", "zxcvbn", "zxcvbnm", "zxcv", "zxc", "qaz", "qaz2wsx", "qaz2wsx3edc", "q2w3e4r", "q2w3e4r5t", "q2w3e", "qazwsx", "qazwsxedc", "wsx",
        "wsxedc", "edcrfv", "qazxsw", "zaqwsx", "zaq", "xsw", "cde", "vfr", "mnbvcxz", "poiuytrewq", "lkjhgfdsa", "rewq", "fdsa", "qwertyasdf", "qwerasdf", "qwerasdfzxcv", "abcd", "abc", "abcabc",
        "abcde", "abcdef", "abcdefg", "abcdefgh", "aabbcc", "aaa", "aaaa", "aaaaaa", "aaaaaaaa", "zzzz", "xxxx", "xyz",

        // Words of lists everywhere.
        "iloveyou", "iloveu", "ilove", "loveyou", "love", "lovely", "lover", "monkey", "dragon", "shadow", "sunshine", "princess", "football", "basketball", "baseball", "soccer", "michael", "jordan",
        "jennifer", "charlie", "thomas", "daniel", "jessica", "freedom", "whatever", "killer", "hunter", "batman", "starwars", "pokemon", "naruto", "google", "facebook", "flower", "summer", "winter",
        "spring", "autumn", "cheese", "cookie", "chocolate", "butterfly", "angel", "baby", "babygirl", "family", "friend", "friends", "forever", "happy", "lucky", "money", "computer", "samsung",
        "apple", "orange", "banana", "ginger", "pepper", "matrix", "mustang", "ferrari", "porsche", "mercedes", "yamaha", "honda", "toyota", "liverpool", "arsenal", "chelsea", "barcelona", "madrid",

        // Words of lists in China.
        "woaini", "woaini", "woainiya", "woaiwojia", "aini", "ainiwoma", "woaizhongguo", "aizhongguo", "zhongguo", "china", "chinese", "beijing", "shanghai", "guangzhou", "shenzhen", "hangzhou",
        "nihao", "nihaoma", "wangyut", "wang", "wangwang", "zhang", "zhangwei", "zhanghao", "zhangsan", "lisi", "wangwu", "li", "liu", "liuwei", "chen", "yang", "huang", "zhao", "zhou", "xiaoming",
        "xiaohong", "baobao", "baobei", "laogong", "laopo", "laopowoaini", "mama", "baba", "jiayou", "fuck", "fuckyou", "caonima", "nimabi", "tiancai", "wohenni", "buzhidao", "wangjile", "taobao",
        "alibaba", "tencent", "weixin", "wechat", "qq", "qqcom", "baidu", "jingdong", "xiaomi", "dearbook", "xiazhili", "csdn", "hao", "dangdang", "renren", "kaixin", "kuaile", "pingan", "xingfu",
        "ma", "qiang", "wei", "gongzuo", "bangong", "bangongshi", "banli", "zhengfu", "quzhengfu", "shizhengfu", "xianzhengfu", "zhengwu", "ducha", "duban", "duchake", "duchashi", "duchaduban",
        "luoshi", "renmin", "renminzhengfu", "fuwu", "weirenminfuwu", "gongwuyuan", "dangyuan", "lingdao", "juzhang", "kezhang", "zhuren", "yonghu", "ceshi", "guanli", "guanliyuan", "xitong",
        "xitongguanliyuan", "anquan", "shenji", "moren", "morenmima", "chushimima", "dongfeng", "dongfanghong", "wansui", "guoqing", "chunjie", "xinnian", "xinniankuaile",
    ], StringComparer.Ordinal);

    /// <summary>Whether the password is one of these words, dressed up, or no more than a run or a repetition.</summary>
    public static bool Contain(string password)
    {
        var bare = Undressed(password);
        return bare.Length == 0 || s_words.Contains(bare) || IsRepetition(password) || IsRun(password);
    }

    // Signs that stand for letters are read as those, and digits and signs at both ends are left off.
    private static string Undressed(string password)
    {
        var lower = password.ToLowerInvariant();
        var start = 0;
        var end = lower.Length;
        while (start < end && !IsLetter(lower[start]) && !StandsForLetter(lower, start))
        {
            start++;
        }

        while (end > start && !IsLetter(lower[end - 1]))
        {
            end--;
        }

        return string.Create(end - start, (lower, start), static (text, from) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = from.lower[from.start + i] switch { '@' or '4' => 'a', '0' => 'o', '1' or '!' => 'i', '3' => 'e', '5' or '$' => 's', '7' => 't', var c => c };
            }
        });
    }

    private static bool IsLetter(char c) => char.IsLetter(c);

    // @dmin begins with a letter in disguise; 2024Admin does not.
    private static bool StandsForLetter(string lower, int at) => lower[at] is '@' or '$' && at + 1 < lower.Length && IsLetter(lower[at + 1]);

    private static bool IsRepetition(string password)
    {
        for (var length = 1; length <= password.Length / 3; length++)
        {
            if (password.Length % length == 0 && Enumerable.Range(0, password.Length).All(i => password[i] == password[i % length]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRun(string password) =>
        Enumerable.Range(1, password.Length - 1).All(i => password[i] - password[i - 1] == 1) || Enumerable.Range(1, password.Length - 1).All(i => password[i] - password[i - 1] == -1);
}
