using Parcours.Engine.Live;

namespace Parcours.Server.Live;

/// <summary>A transition as the API shows it.</summary>
/// <param name="Id">Its number: ascending, without repeats; what a follower sends back to go on after it.</param>
/// <param name="Lifecycle">The definition's id.</param>
/// <param name="Customer">The key the subject is shown by; an account's for lifecycles of accounts.</param>
/// <param name="From">The stage left; null for the first one.</param>
/// <param name="To">The stage entered.</param>
/// <param name="At">When it was entered.</param>
/// <param name="AnnouncedAt">When it was announced.</param>
/// <param name="Reason">The rule that held.</param>
internal sealed record TransitionAnswer(long Id, string Lifecycle, string Customer, string? From, string To, string At, string AnnouncedAt, string Reason)
{
    internal static TransitionAnswer Of(TransitionRow row) =>
        new(row.Id, row.Lifecycle, row.Subject, row.From, row.To, row.At.ToString(), row.AnnouncedAt.ToString(), row.Reason);
}
