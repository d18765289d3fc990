using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;

namespace Parcours.Server.Exports;

/// <summary>Which facts are exported.</summary>
internal sealed class FactWindow
{
    private readonly Instant _from;
    private readonly Instant _to;
    private readonly FactKind? _kind;

    /// <summary>Reads what somebody asked for.</summary>
    /// <exception cref="AnswerException">A date or kind cannot be read.</exception>
    internal FactWindow(AnswerSource known, string? from, string? to, string? kind)
    {
        Histories = known.Histories;
        _from = known.At(from, Instant.Beginning);
        _to = known.At(to, Instant.Never);
        if (kind is not null)
        {
            _kind = known.Histories.Vocabulary.TryFindKind(kind, out FactKind found) ? found : throw new AnswerException(new(
                "unknown_kind", new($"There is no kind of fact \"{kind}\".", $"Il n'y a pas de type d'événement « {kind} »."), IsUnknown: true));
        }
    }

    /// <summary>The base.</summary>
    internal HistoryBase Histories { get; }

    /// <summary>Whether a fact is among them: after the first date, up to and with the second.</summary>
    internal bool Has(in Fact fact) => fact.At > _from && fact.At <= _to && (_kind is null || fact.Kind == _kind);
}
