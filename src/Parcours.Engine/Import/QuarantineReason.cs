using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import;

/// <summary>A reason lines were put aside for.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Lines">How many lines.</param>
/// <param name="ExampleLine">The number of the first of them.</param>
/// <param name="Example">That line, cut short.</param>
public sealed record QuarantineReason(LocalText Reason, long Lines, long ExampleLine, string Example);
