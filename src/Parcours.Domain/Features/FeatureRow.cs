using Parcours.Domain.Expressions;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;
using static Parcours.Domain.Features.FeatureTerm;

namespace Parcours.Domain.Features;

/// <summary>Reads the features of one history after another, each already cut. Made once for a thread.</summary>
internal sealed class FeatureRow
{
    private const int Season = 90;
    private const int Year = 365;
    private const int RecentBaskets = 3;

    private readonly float[] _values = new float[FeatureList.All.Length];
    private readonly OrdersLeftOut _leftOut = new();
    private readonly Dictionary<int, int> _categories = [];
    private readonly List<int> _purchaseDays = [];
    private readonly List<int> _gaps = [];
    private readonly List<double> _baskets = [];
    private readonly HashSet<FactKind> _engagement = KindsOf("engagement");
    private readonly HashSet<FactKind> _activity = KindsOf("activity");
    private readonly Vocabulary _vocabulary;
    private readonly LocalDays _days;
    private readonly int _cutDay;
    private readonly long _cut;
    private readonly double _baseGap;
    private readonly byte _currency;
    private readonly double _minorUnits;
    private readonly int _nps;
    private readonly int _csat;
    private int _lines;
    private int _online;
    private long _runsUntil;

    public FeatureRow(HistoryBase histories, LocalDays days, Instant cut, double baseGap)
    {
        _vocabulary = histories.Vocabulary;
        _days = days;
        _cutDay = days.DayOf(cut);
        _cut = cut.Micros;
        _baseGap = baseGap > 0 ? baseGap : Season;
        _currency = histories.Currency;
        _minorUnits = Currencies.MinorUnits(_currency);
        _nps = _vocabulary.TryFind("nps", out int nps) ? nps : -1;
        _csat = _vocabulary.TryFind("csat", out int csat) ? csat : -1;
    }

    /// <summary>The features of a history, in the order of <see cref="FeatureList.All"/>; good until the next reading.</summary>
    public ReadOnlySpan<float> Read(History history)
    {
        Clear();
        _leftOut.Read(history);
        ReadOnlySpan<Fact> facts = history.Facts;
        for (int i = 0; i < facts.Length; i++)
        {
            Take(history, i, facts[i], _cutDay - _days.DayOf(facts[i].At));
        }

        Set(Tenure, facts.IsEmpty ? float.NaN : _cutDay - _days.DayOf(facts[0].At));
        FinishOrders();
        FinishLines();
        Set(DaysToEnd, _runsUntil > _cut && _runsUntil != long.MaxValue ? (float)((_runsUntil - _cut) / (double)Instant.MicrosPerDay) : float.NaN);
        return _values;
    }

    private void Take(History history, int place, in Fact fact, int age)
    {
        switch (fact.Kind)
        {
            case FactKind.Order when !_leftOut.Has(history.Links[place]):
                TakeOrder(fact, age);
                break;
            case FactKind.Order when !_leftOut.IsCancelled(history.Links[place]):
                AddSpend(fact, age, 1); // refunded in full: its refund takes the amount back
                break;
            case FactKind.OrderLine when !_leftOut.Has(history.Links[place]):
                _lines++;
                int category = _vocabulary.CategoryOf(fact.Item);
                category = category == 0 ? fact.Item : category;
                _categories[category] = _categories.GetValueOrDefault(category) + 1;
                break;
            case FactKind.OrderAdjusted when !_leftOut.IsCancelled(history.Links[place]):
                AddSpend(fact, age, 1);
                break;
            case FactKind.Refund:
                AddSpend(fact, age, _leftOut.IsCancelled(history.Links[place]) ? 0 : -1);
                Add(Returns365, age < Year);
                break;
            case FactKind.ProductReturn:
                Add(Returns365, age < Year);
                break;
            case FactKind.CouponUsed:
                Add(Coupons365, age < Year);
                break;
            case FactKind.MessageSent:
                Add(Messages90, age < 90 && !fact.Flags.HasFlag(FactFlags.Transactional));
                break;
            case FactKind.OptOut:
                Add(OptOuts, true);
                break;
            case FactKind.Complaint:
                Add(Complaints365, age < Year);
                Set(DaysSinceComplaint, age);
                break;
            case FactKind.SupportTicketOpened:
                Add(Tickets180, age < 180);
                break;
            case FactKind.Referral:
                Add(Referrals, true);
                break;
            case FactKind.Meeting or FactKind.Call:
                Add(Contacts180, age < 180);
                break;
            case FactKind.ProductUse:
                Add(ProductUse30, age < 30);
                Add(ProductUse90, age < 90);
                break;
            case FactKind.Review:
                Set(LastReview, fact.Value);
                break;
            case FactKind.SurveyAnswer when fact.Item == _nps:
                Set(LastNps, fact.Value);
                break;
            case FactKind.SurveyAnswer when fact.Item == _csat:
                Set(LastSatisfaction, fact.Value);
                break;
            case FactKind.TrialStarted or FactKind.SubscriptionStarted or FactKind.SubscriptionRenewed or FactKind.Contract:
                Add(Renewals, fact.Kind == FactKind.SubscriptionRenewed);
                _runsUntil = history.ExtraOf(place).Until.Micros;
                break;
            case FactKind.SubscriptionEnded or FactKind.TrialEnded:
                _runsUntil = long.MinValue;
                break;
        }

        if (!fact.Flags.HasFlag(FactFlags.Automated))
        {
            TakeInterest(fact, age);
        }
    }

    private void TakeInterest(in Fact fact, int age)
    {
        switch (fact.Kind)
        {
            case FactKind.Visit or FactKind.StoreVisit:
                Add(Visits30, age < 30);
                Add(Visits90, age < 90);
                Set(DaysSinceVisit, age);
                break;
            case FactKind.ProductView:
                Add(ProductViews90, age < 90);
                break;
            case FactKind.Cart:
                Add(Carts90, age < 90);
                break;
            case FactKind.MessageClicked:
                Add(Clicks90, age < 90);
                Set(DaysSinceClick, age);
                break;
        }

        if (_engagement.Contains(fact.Kind))
        {
            Add(Engagement30, age < 30);
            Add(Engagement90, age < 90);
            Set(DaysSinceEngagement, age);
        }

        if (_activity.Contains(fact.Kind))
        {
            Set(DaysSinceActivity, age);
        }
    }

    private void TakeOrder(in Fact fact, int age)
    {
        Add(FeatureTerm.Orders, true);
        Add(Orders30, age < 30);
        Add(Orders90, age < 90);
        Add(Orders180, age < 180);
        Add(Orders365, age < Year);
        Add(OrdersSameSeason, age < Year && age >= Year - Season);
        _online += fact.Channel is Channel.Web or Channel.App or Channel.Marketplace ? 1 : 0;
        AddSpend(fact, age, 1);
        if (fact.Currency == _currency)
        {
            _baskets.Add(fact.Value / _minorUnits);
        }

        int day = _cutDay - age;
        if (_purchaseDays.Count == 0 || _purchaseDays[^1] != day)
        {
            if (_purchaseDays.Count > 0)
            {
                _gaps.Add(day - _purchaseDays[^1]);
            }

            _purchaseDays.Add(day);
        }
    }

    private void FinishOrders()
    {
        if (_purchaseDays.Count == 0)
        {
            return;
        }

        Set(FeatureTerm.PurchaseDays, _purchaseDays.Count);
        int silence = _cutDay - _purchaseDays[^1];
        Set(DaysSinceLastOrder, silence);
        Set(DaysSinceFirstOrder, _cutDay - _purchaseDays[0]);
        if (_gaps.Count > 0)
        {
            // Without a gap of their own there is only the base's rhythm, which says nothing of one customer.
            double rhythm = Rhythm.OwnRhythm.Shrunk(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_gaps), _baseGap);
            Set(FeatureTerm.OwnRhythm, rhythm);
            Set(SilenceRatio, silence / rhythm);
            Set(LastGap, _gaps[^1]);
        }

        if (_gaps.Count > 1)
        {
            double mean = _gaps.Average();
            Set(GapVariation, Math.Sqrt(_gaps.Sum(gap => (gap - mean) * (gap - mean)) / (_gaps.Count - 1)) / mean);
        }

        Set(WebShare, _online / _values[(int)FeatureTerm.Orders]);
        if (_baskets.Count > 0)
        {
            Set(AverageBasket, _baskets.Average());
            Set(LastBasket, _baskets[^1]);
        }

        if (_baskets.Count > 1)
        {
            int recent = Math.Min(RecentBaskets, _baskets.Count / 2);
            double before = _baskets.Take(_baskets.Count - recent).Average();
            Set(BasketTrend, before > 0 ? _baskets.TakeLast(recent).Average() / before : float.NaN);
        }
    }

    private void FinishLines()
    {
        if (_lines == 0)
        {
            return;
        }

        int most = 0;
        foreach (int count in _categories.Values)
        {
            most = Math.Max(most, count);
        }

        Set(Categories, _categories.Count);
        Set(FavouriteShare, most / (double)_lines);
        Set(LinesPerOrder, _lines / Math.Max(1.0, _values[(int)FeatureTerm.Orders]));
    }

    private void AddSpend(in Fact fact, int age, int sign)
    {
        if (fact.Currency != _currency)
        {
            return;
        }

        float amount = (float)(sign * fact.Value / _minorUnits);
        _values[(int)Spend] += amount;
        _values[(int)Spend90] += age < 90 ? amount : 0;
        _values[(int)Spend365] += age < Year ? amount : 0;
    }

    private static HashSet<FactKind> KindsOf(string set) => [.. FactSets.TryFind(set, out FactSet? found) ? found!.Kinds : []];

    private void Add(FeatureTerm feature, bool counts) => _values[(int)feature] += counts ? 1 : 0;

    private void Set(FeatureTerm feature, double value) => _values[(int)feature] = (float)value;

    private void Clear()
    {
        for (int feature = 0; feature < _values.Length; feature++)
        {
            _values[feature] = FeatureList.All[feature].Unit is FeatureUnit.Count || feature is (int)Spend or (int)Spend90 or (int)Spend365 ? 0 : float.NaN;
        }

        _categories.Clear();
        _purchaseDays.Clear();
        _gaps.Clear();
        _baskets.Clear();
        _lines = 0;
        _online = 0;
        _runsUntil = long.MinValue;
    }
}
