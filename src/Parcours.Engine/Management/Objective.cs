namespace Parcours.Engine.Management;

/// <summary>What the company aims at in a month.</summary>
/// <param name="Revenue">Net revenue, in major units of the workspace's currency; null for none.</param>
/// <param name="NewCustomers">Customers with a first order; null for none.</param>
public sealed record Objective(double? Revenue, double? NewCustomers);
