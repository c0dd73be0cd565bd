namespace EventKb.Domain.Governance;

/// <summary>One control (kontrole) and its findings: one stream each.</summary>
public static partial class Control
{
    /// <summary>Second part of the ids of these streams.</summary>
    public const string Category = "control";

    /// <summary>Stream of the control that a command records.</summary>
    public static StreamId StreamOf(InstitutionCode institution, CommandId command) => new(institution, Category, command.Value);
}
