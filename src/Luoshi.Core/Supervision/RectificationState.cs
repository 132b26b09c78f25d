namespace Luoshi.Core.Supervision;

/// <summary>How far a <see cref="Rectification"/> has come.</summary>
public enum RectificationState
{
    /// <summary>整改中.</summary>
    Open,

    /// <summary>待核查: the unit has answered.</summary>
    Replied,

    /// <summary>退回重改.</summary>
    Returned,

    /// <summary>已销号.</summary>
    Closed,
}

/// <summary>What a <see cref="Rectification"/> comes from.</summary>
public enum RectificationOrigin
{
    /// <summary>进度落后.</summary>
    BehindTask,

    /// <summary>疑点核实.</summary>
    StrongDoubt,

    /// <summary>领导批示.</summary>
    Instruction,

    /// <summary>督查发现.</summary>
    Inspection,
}

/// <summary>The words for rectifications.</summary>
public static class RectificationWords
{
    public static string Name(this RectificationState state) => state switch
    {
        RectificationState.Open => "整改中",
        RectificationState.Replied => "待核查",
        RectificationState.Returned => "退回重改",
        RectificationState.Closed => "已销号",
    };

    public static string Name(this RectificationOrigin origin) => origin switch
    {
        RectificationOrigin.BehindTask => "进度落后",
        RectificationOrigin.StrongDoubt => "疑点核实",
        RectificationOrigin.Instruction => "领导批示",
        RectificationOrigin.Inspection => "督查发现",
    };
}
