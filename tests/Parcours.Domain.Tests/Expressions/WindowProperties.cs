using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Domain.Expressions;

/// <summary>Windows, silences and their validity against plain code over the facts, around clock changes and ends of months.</summary>
public sealed class WindowProperties
{
    private static readonly string[] Zones = ["Europe/Paris", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe", "UTC"];

    private static readonly (string Text, Period Period)[] Lengths =
        [("3 days", Period.OfDays(3)), ("1 month", new(1, 0, 0)), ("36 hours", new(0, 0, 36 * 3600 * Instant.MicrosPerSecond)), ("1 year", new(12, 0, 0)), ("2 weeks", Period.OfDays(14))];

    [Fact]
    public void Window_counts_the_facts_that_plain_code_counts() => Check((world, at) =>
    {
        foreach ((string text, Period period) in Lengths)
        {
            bool isIn(Instant fact) => fact <= at && at < world.Calendar.Add(fact, period);
            int within = world.Visits.Count(isIn);
            int before = world.Visits.Count(fact => fact <= at && !isIn(fact));
            world.Holds($"count(visit within {text}) = {within} and count(visit before {text}) = {before}", at);
        }

        Instant last = world.Orders.Where(order => order <= at).DefaultIfEmpty(Instant.Beginning).Max();
        world.Holds($"count(visit since order) = {world.Visits.Count(visit => visit <= at && visit > last)}", at);
        foreach (CalendarUnit unit in Enum.GetValues<CalendarUnit>())
        {
            int now = world.Calendar.UnitOf(at, unit);
            int count(int shift) => world.Visits.Count(visit => visit <= at && world.Calendar.UnitOf(visit, unit) == now - shift);
            string name = unit.ToString().ToLowerInvariant();
            world.Holds($"count(visit in period({name})) = {count(0)} and count(visit in period({name}, -2)) = {count(2)}", at);
        }
    });

    [Fact]
    public void Answer_holds_until_its_announced_end_and_changes_there() => Check((world, at) =>
    {
        foreach ((string text, _) in Lengths)
        {
            foreach (string condition in (string[])
                [
                    $"count(visit within {text}) >= 1", $"count(visit before {text}) >= 2", $"silence(order) >= {text}", $"silence(visit) < {text}",
                    "ever(visit in period(week, -1))", $"age > {text}", "silence(order) / gap_median >= 1.5", $"2 * age(visit) - 5 days <= {text}",
                ])
            {
                world.ChangesWhereItSays(condition, at);
            }
        }
    });

    private static void Check(Action<World, Instant> holds)
    {
        Gen<World> worlds =
            from zone in Gen.Elements(Zones)
            from visits in Moment(zone).ListOf().Where(list => list.Count > 0)
            from orders in Moment(zone).ListOf()
            select new World(Calendar.Find(zone)!, [.. visits], [.. orders]);
        Prop.ForAll(Arb.From(worlds.Select(world => (world, world.Asked))), pair =>
        {
            foreach (Instant at in pair.Asked)
            {
                holds(pair.world, at);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    /// <summary>Days around the changes of clocks and the ends of months, at the hours that are skipped or repeated.</summary>
    private static Gen<Instant> Moment(string zone) =>
        from month in Gen.Elements(1, 2, 3, 4, 9, 10, 11)
        from day in Gen.Choose(24, 38)
        from minute in Gen.OneOf(Gen.Constant(0), Gen.Choose(60, 240), Gen.Choose(0, 1439))
        let local = (Calendar.DayOf(new DateOnly(2023, month, 1)) + day) * Instant.MicrosPerDay
        select Calendar.Find(zone)!.FromLocal(local + (minute * 60 * Instant.MicrosPerSecond));

    private sealed class World
    {
        private readonly HistoryBase _histories;

        public World(Calendar calendar, Instant[] visits, Instant[] orders)
        {
            Calendar = calendar;
            Visits = visits;
            Orders = orders;
            FactRow row(Instant at, FactKind kind, int place) => OrderBases.Row(kind, at, 1000, hash: place);
            _histories = new HistoryBase(
                [Segment.Of([[.. visits.Select((at, i) => row(at, FactKind.Visit, i)), .. orders.Select((at, i) => row(at, FactKind.Order, i))]])],
                Subjects.Of(["a"]),
                Vocabulary.Empty,
                calendar,
                OrderBases.Euro);
        }

        public Calendar Calendar { get; }

        public Instant[] Visits { get; }

        public Instant[] Orders { get; }

        /// <summary>Around each fact, and around the instant each leaves a window.</summary>
        public IEnumerable<Instant> Asked => Visits.Concat(Orders).Concat(Visits.Take(4).SelectMany(visit => Lengths.Select(length => Calendar.Add(visit, length.Period))))
            .Where(at => at >= Visits.Concat(Orders).Min()).SelectMany(at => new[] { at, new Instant(at.Micros + 1) }).Distinct().Order().Take(60);

        public void Holds(string condition, Instant at) => Assert.True(Compiled(condition).At(0, at).Value, $"{condition} at {at} in {Calendar.ZoneId}");

        public void ChangesWhereItSays(string text, Instant at)
        {
            Evaluation found = Compiled(text).At(0, at);
            if (found.Until == Instant.Never)
            {
                return;
            }

            var probe = new NaiveCondition(_histories, text);
            var justBefore = new Instant(found.Until.Micros - 1);
            string where = string.Create(CultureInfo.InvariantCulture, $"{text} asked at {at}, said until {found.Until} in {Calendar.ZoneId}");
            Assert.True(probe.At(at, at) == found.Value, where);
            Assert.True(probe.At(at, justBefore) == found.Value, where);
            Assert.True(probe.At(at, found.Until) != found.Value, where);
        }

        private Condition Compiled(string text) => Condition.Compile(new SourceText(text), _histories, out ExpressionError? error)
            ?? throw new InvalidOperationException($"{text}: {error}");

        public override string ToString() => $"{Calendar.ZoneId}, visits {string.Join(" ", Visits)}, orders {string.Join(" ", Orders)}";
    }

    /// <summary>A condition read at one instant from a history cut at another, folded from nothing.</summary>
    private sealed class NaiveCondition
    {
        private readonly Fold _fold;
        private readonly Func<bool> _read;

        public NaiveCondition(HistoryBase histories, string text)
        {
            _fold = new Fold(histories);
            _read = new Compiler(_fold, new Scope(histories)).Condition(Parser.Parse(new SourceText(text)), new SourceText(text));
        }

        public bool At(Instant cut, Instant at)
        {
            _fold.Begin(0, _fold.Histories[0].Until(cut));
            _fold.MoveTo(at.Micros);
            _fold.BeginEvaluation();
            return _read();
        }
    }
}
