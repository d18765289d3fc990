using System.Runtime.InteropServices;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using CultureInfo = System.Globalization.CultureInfo;
using NumberStyles = System.Globalization.NumberStyles;

namespace Parcours.Domain.Expressions;

internal sealed partial class Compiler
{
    private DurationValue Threshold(string name, ThresholdSeries common)
    {
        Func<ThresholdSeries> series = () => common;
        bool isFixed = common.IsFixed;
        if (_scope.ThresholdsByCategory.TryGetValue(name, out IReadOnlyDictionary<int, ThresholdSeries>? own) && own.Count > 0)
        {
            // The category last bought decides, as far as it has a rhythm of its own.
            Tally lines = TallyOf(new QueryNode([], null, null, 0), new FactFilter([FactKind.OrderLine], null));
            series = () => lines.LastIndex < 0 ? common : own.GetValueOrDefault(_scope.Histories.Vocabulary.CategoryOf(_fold.Facts[lines.LastIndex].Item), common);
            isFixed = false;
        }

        return new DurationValue(() =>
        {
            Period period = series().At(_fold.Now, out long until);
            _fold.Lower(until);
            return period;
        })
        {
            Threshold = isFixed ? null : series,
            Constant = isFixed ? common.At(0, out _) : null,
        };
    }

    private BoolValue Target()
    {
        if (_scope.Target is not { } target)
        {
            return new BoolValue(() => true);
        }

        SourceText outer = _source;
        _source = target;
        Func<bool> read = Bool(Parser.Parse(target));
        _source = outer;
        return new BoolValue(read);
    }

    private BoolValue Running(CallNode call)
    {
        FactKind starts = NameIn(call) switch
        {
            "contract" => FactKind.Contract,
            "subscription" => FactKind.SubscriptionStarted,
            "trial" => FactKind.TrialStarted,
            string other => throw Error(call.Arguments[0], $"\"{other}\" is nothing that runs", "contract, subscription or trial", Spelling.Nearest(other, ["contract", "subscription", "trial"])),
        };
        var links = new RunningLinks(_fold, starts);
        _fold.Add(links, RunningLinks.KindsOf(starts));
        return new BoolValue(links.Any);
    }

    private Func<double> Open(CallNode call)
    {
        FactKind opens = NameIn(call) switch
        {
            "deal" => FactKind.DealCreated,
            "complaint" => FactKind.Complaint,
            "support_ticket" => FactKind.SupportTicketOpened,
            "commitment" => FactKind.CommitmentMade,
            string other => throw Error(call.Arguments[0], $"\"{other}\" is nothing that opens and closes", "deal, complaint, support_ticket or commitment", Spelling.Nearest(other, ["deal", "complaint", "support_ticket", "commitment"])),
        };
        var links = new OpenLinks(_fold, opens);
        _fold.Add(links, OpenLinks.KindsOf(opens));
        return () => links.Count;
    }

    private BoolValue Reachable(CallNode call)
    {
        string name = NameIn(call);
        var channels = new ReachableChannels(_fold);
        _fold.Add(channels, ReachableChannels.Kinds);
        if (name == "any")
        {
            return new BoolValue(channels.Any);
        }

        var channel = (Channel)ChannelIndex(name, call.Arguments[0].Offset);
        return new BoolValue(() => channels.By(channel));
    }

    private TextValue Attribute(CallNode call)
    {
        string name = NameIn(call);
        int attribute = Term(name, call.Offset);
        var tally = new Tally(_fold, place => _fold.Facts[place].Item == attribute);
        _fold.Add(tally, [FactKind.AttributeChanged]);
        var numbers = new Dictionary<int, double>();
        int Said() => tally.LastIndex < 0 ? 0 : (int)_fold.Facts[tally.LastIndex].Value;
        return new TextValue(Said, Term, TextOf) { Number = () => NumberOf(Said()) };

        double NumberOf(int term)
        {
            if (!numbers.TryGetValue(term, out double number))
            {
                numbers[term] = number = double.TryParse(TextOf(term), NumberStyles.Float, CultureInfo.InvariantCulture, out double read) ? read : double.NaN;
            }

            return number;
        }
    }

    private string NameIn(CallNode call) => call.Arguments switch
    {
        [NameNode name] => name.Name,
        [TextNode text] => text.Value,
        [BinaryNode { Operator: "-" } hyphened] => throw Error(hyphened.Start, "a name with a hyphen reads as a subtraction", $"quotes around it: {call.Name}('...')", null),
        _ => throw Error(call, $"{call.Name}(...) takes one name", $"a name between the brackets of {call.Name}", null),
    };

    /// <summary>Mean of the last three baskets over the mean of those before; unknown with fewer than four orders.</summary>
    private NumberValue BasketTrend()
    {
        PlacesOf places = Window(new QueryNode([], null, null, 0), new FactFilter([FactKind.Order], null)).Places;
        return new NumberValue(() =>
        {
            ReadOnlySpan<int> orders = places();
            if (orders.Length < 4)
            {
                return double.NaN;
            }

            return MeanValue(orders[^3..]) / MeanValue(orders[..^3]);
        });
    }

    private double MeanValue(ReadOnlySpan<int> places)
    {
        double sum = 0;
        foreach (int place in places)
        {
            sum += _fold.Facts[place].Value;
        }

        return sum / places.Length;
    }

    /// <summary>Whole local days between distinct days with such a fact: their median, their mean, or their standard deviation over their mean.</summary>
    private Typed Gaps(CallNode call, QueryNode query)
    {
        PlacesOf places = Window(query, Filter(query, FactKind.Order)).Places;
        var gaps = new List<int>();
        if (call.Name == "gap_median")
        {
            return new DurationValue(() =>
            {
                ReadGaps(places(), gaps);
                return gaps.Count == 0 ? Period.Unknown : Period.OfDays(Median(gaps));
            });
        }

        if (call.Name == "gap_mean")
        {
            return new DurationValue(() =>
            {
                ReadGaps(places(), gaps);
                return gaps.Count == 0 ? Period.Unknown : Period.OfDays(gaps.Average());
            });
        }

        return new NumberValue(() =>
        {
            ReadGaps(places(), gaps);
            if (gaps.Count < 2)
            {
                return double.NaN;
            }

            double mean = gaps.Average();
            return Math.Sqrt(gaps.Sum(gap => (gap - mean) * (gap - mean)) / (gaps.Count - 1)) / mean;
        });
    }

    /// <summary>exp((sum of ln gap + 5 ln base) / (n + 5)): a customer's own rhythm, drawn to the base's while there are few gaps.</summary>
    private DurationValue OwnRhythm(NameNode node)
    {
        if (!_scope.Thresholds.TryGetValue("rhythm", out ThresholdSeries? rhythm))
        {
            throw Error(node, "own_rhythm needs the base's rhythm", "a threshold named rhythm, as rhythm: { rhythm: median }", null);
        }

        PlacesOf places = Window(new QueryNode([], null, null, 0), new FactFilter([FactKind.Order], null)).Places;
        var gaps = new List<int>();
        return new DurationValue(() =>
        {
            ReadGaps(places(), gaps);
            double days = rhythm.At(_fold.Now, out long until).ApproximateDays;
            _fold.Lower(until);
            return Period.OfDays(Rhythm.OwnRhythm.Shrunk(CollectionsMarshal.AsSpan(gaps), Math.Max(1, days)));
        });
    }

    private void ReadGaps(ReadOnlySpan<int> places, List<int> gaps)
    {
        gaps.Clear();
        int before = 0;
        for (int i = 0; i < places.Length; i++)
        {
            int day = _fold.Calendar.DayOf(_fold.Facts[places[i]].At);
            if (i > 0 && day != before)
            {
                gaps.Add(day - before);
            }

            before = day;
        }
    }

    private static double Median(List<int> gaps)
    {
        gaps.Sort();
        int middle = gaps.Count / 2;
        return gaps.Count % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2.0;
    }
}
