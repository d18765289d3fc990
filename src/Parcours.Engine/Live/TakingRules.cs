using System.Collections.Immutable;
using Parcours.Domain.Facts;
using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Live;

/// <summary>Says what is taken of the facts of one message when their order, subscription or deal is known already.</summary>
/// <param name="said">The message.</param>
/// <param name="known">What is known before it, and of it so far.</param>
/// <param name="termOf">The term of a text.</param>
internal sealed class TakingRules(IncomingEvent said, KnownFacts known, Func<string?, int> termOf)
{
    private bool _isKnownOrder;
    private Dictionary<int, long>? _units;   // of each item of the order: those known that the message has not named yet
    private bool _namesAsKnown;

    /// <summary>What is taken of a fact; null for nothing.</summary>
    /// <param name="quantity">Its units, in thousandths; those that are taken.</param>
    public Fact? Apply(IncomingRule rule, in Fact fact, int who, int link, ref int quantity)
    {
        FactKind kind = fact.Kind;
        switch (rule)
        {
            case IncomingRule.OrderTotal when link != 0:
                if (OrderOf(who, link) is not { } order)
                {
                    return fact;
                }

                _isKnownOrder = true;
                long difference = fact.Value - order.Value;
                return difference == 0 ? null : fact with { Kind = FactKind.OrderAdjusted, Value = difference };
            case IncomingRule.WithOrder:
                return _isKnownOrder ? null : fact;
            case IncomingRule.OrderLine or IncomingRule.UpdatedLine when _isKnownOrder:
                return LineOf(rule, fact, who, link, ref quantity);
            case IncomingRule.RefundPart when link != 0:
                return OrderOf(who, link) is { } whole && whole.Currency == fact.Currency ? AtMost(fact, whole.Value - Refunded(who, link)) : fact;
            case IncomingRule.RefundTotal when link != 0:
                return AtMost(fact, fact.Value - Refunded(who, link));
            case IncomingRule.RefundRest when link != 0:
                return AtMost(fact with { Value = long.MaxValue }, (OrderOf(who, link) is { Value: > 0 } paid ? paid.Value : fact.Value) - Refunded(who, link));
            case IncomingRule.Once when link != 0:
                return known.OfLink(who, link).Any(one => one.Fact.Kind == kind) ? null : fact;
            case IncomingRule.Once:
                return known.Any(who, kind) ? null : fact;
            case IncomingRule.IfChanged when kind != FactKind.AttributeChanged:
                return known.Stands(who, fact) ? null : fact;
            case IncomingRule.IfChanged:
                return known.Attribute(who, fact.Item, fact.At) == fact.Value ? null : fact;
            default:
                return fact;
        }
    }

    private static Fact? AtMost(Fact fact, long rest) => rest <= 0 ? null : fact with { Value = Math.Min(fact.Value, rest) };

    /// <summary>
    /// What is taken of a line of a known order: all of it while no line of it is known; else the units that are not known. A message that names none of the known products
    /// names them otherwise, and says nothing new, unless it says that the order was changed.
    /// </summary>
    private Fact? LineOf(IncomingRule rule, in Fact fact, int who, int link, ref int quantity)
    {
        if (_units is null)
        {
            _units = known.OfLink(who, link).Where(one => one.Fact.Kind == FactKind.OrderLine).GroupBy(one => one.Fact.Item).ToDictionary(lines => lines.Key, lines => lines.Sum(one => (long)one.Quantity));
            _namesAsKnown = _units.Count == 0 || said.Facts.Any(one => one.Rule == rule && _units.ContainsKey(termOf(one.Item)));
        }

        if (!_namesAsKnown && rule == IncomingRule.OrderLine)
        {
            return null;
        }

        int told = (int)Math.Min(_units.GetValueOrDefault(fact.Item), quantity);
        _units[fact.Item] = _units.GetValueOrDefault(fact.Item) - told;
        if (told == quantity && told != 0)
        {
            return null;
        }

        long value = told == 0 ? fact.Value : (long)Math.Round((decimal)fact.Value * (quantity - told) / quantity, MidpointRounding.ToEven);
        quantity -= told;
        return fact with { Value = value };
    }

    private (byte Currency, long Value)? OrderOf(int who, int link)
    {
        ImmutableArray<Fact> facts = [.. known.OfLink(who, link).Select(one => one.Fact).Where(one => one.Kind is FactKind.Order or FactKind.OrderAdjusted)];
        return facts.FirstOrDefault(one => one.Kind == FactKind.Order) is { Kind: FactKind.Order } order ? (order.Currency, facts.Sum(one => one.Value)) : null;
    }

    private long Refunded(int who, int link) => known.OfLink(who, link).Where(one => one.Fact.Kind == FactKind.Refund).Sum(one => one.Fact.Value);
}
