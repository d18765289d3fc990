namespace Parcours.Server.Live;

/// <summary>Some transitions, and where to go on.</summary>
/// <param name="Items">In the order of their numbers.</param>
/// <param name="Next">What to send as <c>after</c> next time: there is always one, since more will come.</param>
/// <param name="More">Whether more are there already.</param>
internal sealed record TransitionPage(IReadOnlyList<TransitionAnswer> Items, long Next, bool More);
