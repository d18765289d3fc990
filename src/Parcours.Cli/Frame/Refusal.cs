using Parcours.Domain.Lifecycles;

namespace Parcours.Cli.Frame;

/// <summary>Why a verb says no.</summary>
/// <param name="Code">For machines, in snake case, as "unknown_customer".</param>
/// <param name="Message">For people: one sentence that says what to do.</param>
internal sealed record Refusal(string Code, LocalText Message);
