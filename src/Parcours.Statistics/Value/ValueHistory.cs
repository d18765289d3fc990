using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;

namespace Parcours.Statistics.Value;

/// <summary>What a lifetime value rests on: when a customer bought and how much.</summary>
/// <param name="Purchases">When: repeat purchases, age at the last one, age now.</param>
/// <param name="Spend">
/// How much: mean of the same repeat purchases. Its frequency may be lower, when amounts of some purchases are unknown; without repeat purchases the
/// population mean is expected.
/// </param>
public readonly record struct ValueHistory(PurchaseSummary Purchases, SpendSummary Spend);
