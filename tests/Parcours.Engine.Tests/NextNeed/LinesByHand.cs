using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Products;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.NextNeed;

/// <summary>A base of order lines written by hand: each product costs its term in euros and belongs to the category of its first letter.</summary>
internal sealed class LinesByHand
{
    public const byte Euro = 1;

    private readonly List<string> _texts = [string.Empty];
    private readonly Dictionary<int, string> _details = [];
    private readonly List<(string Key, List<FactRow> Rows)> _subjects = [];
    private int _link;

    /// <summary>The instant of noon, UTC, on a day counted from 2024-01-01.</summary>
    public static Instant Day(int day) => new(Instant.FromUtc(2024, 1, 1).Micros + (day * Instant.MicrosPerDay) + (Instant.MicrosPerDay / 2));

    /// <summary>Adds a subject with its baskets: a day, then the products, separated by spaces.</summary>
    public LinesByHand Buys(string key, params (int Day, string Products)[] baskets)
    {
        var rows = new List<FactRow>();
        foreach ((int day, string products) in baskets)
        {
            _link++;
            string[] names = products.Split(' ');
            rows.Add(Row(FactKind.Order, day, names.Sum(name => Term(name) * 100), 0));
            rows.AddRange(names.Select(name => Row(FactKind.OrderLine, day, Term(name) * 100, Term(name))));
        }

        _subjects.Add((key, rows));
        return this;
    }

    /// <summary>Cancels the order added last.</summary>
    public LinesByHand Cancelled(int day)
    {
        _subjects[^1].Rows.Add(Row(FactKind.Cancellation, day, 0, 0));
        return this;
    }

    /// <summary>Tells the catalogue something of a product, as JSON.</summary>
    public LinesByHand Says(string product, string detail)
    {
        _details[Term(product)] = detail;
        return this;
    }

    public int Term(string text)
    {
        int term = _texts.IndexOf(text);
        if (term < 0)
        {
            term = _texts.Count;
            _texts.Add(text);
        }

        return term;
    }

    public HistoryBase Histories()
    {
        string[] products = [.. _texts];
        int[] categories = [.. products.Select(text => text.Length == 0 ? 0 : Term("category " + text[0]))];
        return new(
            [Segment.Of([.. _subjects.Select(subject => (IEnumerable<FactRow>)subject.Rows)])],
            Subjects.Of([.. _subjects.Select(subject => subject.Key)]),
            new Vocabulary([.. _texts], categories, []),
            Calendar.Utc,
            Euro);
    }

    public PurchasedBaskets? Bought(int day = 1000) =>
        PurchasedBaskets.Read(Histories(), Catalogue.Of(_details.Select(entry => new StoredProduct(entry.Key, entry.Value))), Day(day));

    private FactRow Row(FactKind kind, int day, long value, int item) =>
        new(new Fact(Day(day), value, item, kind, kind == FactKind.Cancellation ? (byte)0 : Euro, 0), 1, _link, 0, Extra.None);
}
