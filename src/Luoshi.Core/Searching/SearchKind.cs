namespace Luoshi.Core.Searching;

/// <summary>What a text that was found is.</summary>
public enum SearchKind
{
    /// <summary>重点任务.</summary>
    Task,

    /// <summary>报送, as it was submitted last.</summary>
    Report,

    /// <summary>疑点.</summary>
    Doubt,

    /// <summary>批示.</summary>
    Instruction,

    /// <summary>批示反馈.</summary>
    Reply,
}

/// <summary>The words for a <see cref="SearchKind"/>.</summary>
public static class SearchKinds
{
    public static string Name(this SearchKind kind) => kind switch
    {
        SearchKind.Task => "任务",
        SearchKind.Report => "报送",
        SearchKind.Doubt => "疑点",
        SearchKind.Instruction => "批示",
        SearchKind.Reply => "批示反馈",
    };
}
