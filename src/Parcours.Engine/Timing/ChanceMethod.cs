namespace Parcours.Engine.Timing;

/// <summary>One way to say how likely an order within the horizon is, tried on the company's own past.</summary>
/// <param name="Id"><c>constant</c>, the share who ordered in the window before, for everybody; or <c>model</c>.</param>
/// <param name="LogLoss">In nats a customer; lower is better.</param>
/// <param name="Brier">0 to 1; lower is better.</param>
/// <param name="Mean">The mean probability foreseen.</param>
public sealed record ChanceMethod(string Id, double LogLoss, double Brier, double Mean);
