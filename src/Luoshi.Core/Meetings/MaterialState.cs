namespace Luoshi.Core.Meetings;

/// <summary>How far a material has come.</summary>
public enum MaterialState
{
    /// <summary>已汇编: put together from the ledger as it stood then.</summary>
    Compiled,

    /// <summary>已核对: the doubts were looked for, and somebody answers for what is left.</summary>
    Checked,

    /// <summary>已印发: it lies on the table and changes no more.</summary>
    Issued,

    /// <summary>已收回: taken back within the day, with the reason. It is kept as it was.</summary>
    Recalled,
}

/// <summary>The words for a <see cref="MaterialState"/>.</summary>
public static class MaterialStates
{
    public static string Name(this MaterialState state) => state switch
    {
        MaterialState.Compiled => "已汇编",
        MaterialState.Checked => "已核对",
        MaterialState.Issued => "已印发",
        MaterialState.Recalled => "已收回",
    };
}
