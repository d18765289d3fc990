using System.Runtime.InteropServices;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;

namespace Parcours.Domain.Hazards;

/// <summary>Reads the spells and the milestones of one history after another. Made once for a thread.</summary>
internal sealed class SpellReader
{
    private static readonly int Kinds = Enum.GetValues<Milestone>().Length;

    private readonly LocalDays _days;
    private readonly PurchaseDays _purchases;
    private readonly Departure _departure;
    private readonly int _silence;
    private readonly int _cut;
    private readonly List<Spell> _spells = [];
    private readonly List<int>[] _milestones = [.. Enumerable.Range(0, Kinds).Select(_ => new List<int>())];
    private readonly Dictionary<int, (int From, int Until)> _open = [];
    private readonly Dictionary<int, int> _trials = [];
    private readonly List<Spell> _contracts = [];

    public SpellReader(LocalDays days, Vocabulary vocabulary, Departure departure, int silence, int cut)
    {
        _days = days;
        _purchases = new PurchaseDays(days, vocabulary, 0);
        _departure = departure;
        _silence = silence;
        _cut = cut;
    }

    /// <summary>The distinct purchase days.</summary>
    public ReadOnlySpan<int> Orders => _purchases.Days;

    /// <summary>The spells, in time order.</summary>
    public ReadOnlySpan<Spell> Spells => CollectionsMarshal.AsSpan(_spells);

    /// <summary>The distinct days of a milestone, ascending.</summary>
    public ReadOnlySpan<int> DaysOf(Milestone milestone) => CollectionsMarshal.AsSpan(_milestones[(int)milestone]);

    /// <summary>Reads a history, already cut.</summary>
    public void Read(History history)
    {
        _spells.Clear();
        _open.Clear();
        _trials.Clear();
        _contracts.Clear();
        foreach (List<int> days in _milestones)
        {
            days.Clear();
        }

        _purchases.Read(history);
        if (Orders.Length > 0)
        {
            Mark(Milestone.FirstOrder, Orders[0]);
        }

        ReadFacts(history);
        foreach (int until in _trials.Values.Where(until => until <= _cut).Order())
        {
            Mark(Milestone.TrialEnd, until);
        }

        _milestones[(int)Milestone.TrialEnd].Sort();
        foreach ((int from, int until) in _open.Values)
        {
            _contracts.Add(new(from, Math.Min(until, _cut), until <= _cut));
        }

        List<Spell> running = Joined();
        foreach (Spell spell in running)
        {
            Mark(Milestone.SubscriptionStart, spell.From);
        }

        switch (_departure)
        {
            case Departure.StoppedBuying:
                ReadSilences();
                break;
            case Departure.Cancelled:
                _spells.AddRange(running);
                break;
        }
    }

    private void ReadFacts(History history)
    {
        ReadOnlySpan<Fact> facts = history.Facts;
        int since = int.MinValue; // the day from which the customer could opt out
        for (int i = 0; i < facts.Length; i++)
        {
            FactKind kind = facts[i].Kind;
            int day = _days.DayOf(facts[i].At);
            if (_departure == Departure.OptedOut)
            {
                since = since == int.MinValue && (i == 0 || kind == FactKind.OptIn) ? day : since;
                if (kind == FactKind.OptOut && since != int.MinValue)
                {
                    _spells.Add(new(since, day, true));
                    since = int.MinValue;
                }
            }

            switch (kind)
            {
                case FactKind.ProductReturn or FactKind.Refund when !_purchases.IsOut(history.Links[i]):
                    Mark(Milestone.Return, day);
                    break;
                case FactKind.Complaint:
                    Mark(Milestone.Complaint, day);
                    break;
                case FactKind.TrialStarted:
                    _trials[history.Links[i]] = UntilOf(history, i);
                    break;
                case FactKind.TrialEnded:
                    _trials.Remove(history.Links[i]);
                    Mark(Milestone.TrialEnd, day);
                    break;
                case FactKind.SubscriptionStarted or FactKind.Contract or FactKind.SubscriptionRenewed:
                    Open(history.Links[i], day, UntilOf(history, i));
                    break;
                case FactKind.SubscriptionCancelled or FactKind.SubscriptionEnded when _open.Remove(history.Links[i], out (int From, int Until) open):
                    _contracts.Add(new(open.From, Math.Min(day, open.Until), true));
                    break;
            }
        }

        if (since != int.MinValue)
        {
            _spells.Add(new(since, _cut, false));
        }
    }

    private void Open(int link, int day, int until)
    {
        if (!_open.TryGetValue(link, out (int From, int Until) open))
        {
            _open[link] = (day, until);
            return;
        }

        // Renewed the day after its end is renewed in time.
        if (open.Until + 1 < day)
        {
            _contracts.Add(new(open.From, open.Until, true));
            _open[link] = (day, until);
        }
        else
        {
            _open[link] = (open.From, until);
        }
    }

    // Contracts that overlap or follow on make one spell; whoever keeps one has not left.
    private List<Spell> Joined()
    {
        _contracts.Sort(static (one, other) => one.From != other.From ? one.From.CompareTo(other.From) : one.To.CompareTo(other.To));
        var joined = new List<Spell>(_contracts.Count);
        foreach (Spell next in _contracts)
        {
            if (joined.Count > 0 && next.From <= joined[^1].To + 1)
            {
                joined[^1] = next.To > joined[^1].To || (next.To == joined[^1].To && !next.Left) ? next with { From = joined[^1].From } : joined[^1];
            }
            else
            {
                joined.Add(next);
            }
        }

        return joined;
    }

    // Whoever ordered again had not left, however long the silence: cutting at the silence would make leavings rise before its length and drop after it.
    private void ReadSilences()
    {
        int horizon = _cut - _silence;
        if (Orders.Length > 0 && Orders[0] <= horizon)
        {
            _spells.Add(new(Orders[0], Math.Min(Orders[^1], horizon), Orders[^1] <= horizon));
        }
    }

    private int UntilOf(History history, int index)
    {
        Instant until = history.ExtraOf(index).Until;
        return until == Instant.Never ? int.MaxValue - 1 : _days.DayOf(until);
    }

    private void Mark(Milestone milestone, int day)
    {
        List<int> days = _milestones[(int)milestone];
        if (days.Count == 0 || days[^1] != day)
        {
            days.Add(day);
        }
    }
}
