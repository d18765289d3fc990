using Parcours.Domain.Experiments;
using Parcours.Domain.Facts;
using Parcours.Statistics.Uplift;

namespace Parcours.Engine.Samples;

public sealed class WinBackMailingsTests
{
    private const int Customers = 60_000;
    private static readonly Shop Shop = new(new SampleOptions(Customers, 7));
    private static readonly Lazy<List<Drawn>> Everyone = new(() => [.. Read()]);

    [Fact]
    public void Draw_is_by_lot_whatever_the_chance_of_return()
    {
        foreach (IGrouping<int, Drawn> group in Everyone.Value.GroupBy(drawn => drawn.Probability == 0 ? 0 : drawn.Probability < 0.2 ? 1 : 2))
        {
            double share = group.Average(drawn => drawn.IsTreated ? 1.0 : 0);
            double error = 0.5 / Math.Sqrt(group.Count());
            Assert.InRange(share, 0.5 - (3 * error), 0.5 + (3 * error));
        }
    }

    [Fact]
    public void Difference_between_the_arms_is_the_true_uplift()
    {
        double truth = Everyone.Value.Average(drawn => Shop.Truth.WinBackUplift(drawn.Probability));

        UpliftEstimate estimate = UpliftEstimate.Of([.. Everyone.Value.Select(drawn => new TrialSubject(drawn.Campaign, drawn.IsTreated, drawn.Probability, drawn.Returned, 0))])!;

        Assert.Equal(2, estimate.Trials.Length);
        Assert.All(estimate.Trials, trial => Assert.InRange(trial.Control.Subjects, 1000, 20_000));
        Assert.InRange(truth, estimate.Rate.Interval.Low, estimate.Rate.Interval.High);
        Assert.True(estimate.Rate.IsShown);
    }

    [Fact]
    public void Mail_goes_to_the_treated_and_only_to_those_who_agreed()
    {
        Assert.All(Everyone.Value, drawn => Assert.Equal(drawn.IsTreated, drawn.WasSent));
        Assert.All(Everyone.Value, drawn => Assert.True(drawn.Agreed));
        Assert.All(Everyone.Value, drawn => Assert.True(drawn.QuietDays >= 180));
    }

    private static IEnumerable<Drawn> Read()
    {
        var buffer = new FactBuffer(Shop);
        var life = new CustomerLife(Shop, buffer);
        var mailings = new WinBackMailings(Shop, buffer);
        for (int customer = 0; customer < Customers; customer++)
        {
            life.Live(customer);
            var person = Person.Of(Shop, customer);
            Fact[] facts = [.. buffer.Facts.ToArray().Select(fact => fact.Fact)];
            foreach (Fact draw in facts.Where(fact => fact.Kind == FactKind.Assignment))
            {
                int campaign = Array.IndexOf(Shop.Terms.WinBackTerms, draw.Item);
                int day = Shop.Terms.WinBacks[campaign].Day;
                Fact[] orders = [.. facts.Where(fact => fact.Kind == FactKind.Order)];
                Domain.Time.Instant closes = Shop.Clock.At(day + Shop.Truth.WinBackDays, 23_400);
                yield return new Drawn(
                    campaign,
                    Shop.Terms.Texts[(int)draw.Value] != Arms.Control,
                    mailings.Probability(in person, day),
                    orders.Any(order => order.At > draw.At && order.At <= closes),
                    facts.Any(fact => fact.Kind == FactKind.MessageSent && fact.Item == draw.Item),
                    facts.Any(fact => fact.Kind == FactKind.OptIn && fact.Channel == Channel.Email && fact.At < draw.At),
                    (draw.At.Micros - orders.Last(order => order.At < draw.At).At.Micros) / Domain.Time.Instant.MicrosPerDay);
            }
        }
    }

    private sealed record Drawn(int Campaign, bool IsTreated, double Probability, bool Returned, bool WasSent, bool Agreed, long QuietDays);
}
