namespace Parcours.Domain.Experiments;

/// <summary>The arms of an experiment, as assignment facts name them: one is untreated, every other is treated.</summary>
public static class Arms
{
    /// <summary>The name of the untreated arm; imports write every other word for it as this one.</summary>
    public const string Control = "control";

    /// <summary>The name given to the treated arm where a file only says who was treated.</summary>
    public const string Treated = "treated";
}
