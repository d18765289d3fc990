namespace Parcours.Engine.Reports.Model;

/// <summary>What the scores of a past date foretold, and what happened.</summary>
/// <param name="At">The date they would have been made.</param>
/// <param name="Customers">How many would have been scored.</param>
/// <param name="Foretold">The share foretold to leave, 0 to 1.</param>
/// <param name="Happened">The share that left, 0 to 1: from date to date, the drift of the base rate.</param>
/// <param name="Area">The area under the ROC curve; null when all left or none.</param>
/// <param name="LogLoss">In nats a customer.</param>
/// <param name="RecencyArea">The area of recency alone; null when it is the method used, or refused.</param>
/// <param name="RecencyLogLoss">The log-loss of recency alone; null with its area.</param>
internal sealed record ChurnPast(
    DateOnly At, int Customers, double Foretold, double Happened, double? Area, double LogLoss, double? RecencyArea, double? RecencyLogLoss);
