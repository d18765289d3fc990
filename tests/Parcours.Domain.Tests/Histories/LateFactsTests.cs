using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Domain.Histories;

public sealed class LateFactsTests
{
    private static readonly Gen<FactRow[]> Rows = Gen.Zip(Gen.Zip(Gen.Choose(0, 6), Gen.Choose(0, 3)), Gen.Zip(Gen.Choose(1, 1000), Gen.Choose(0, 3)))
        .Select(drawn => Row(drawn.Item1.Item1, drawn.Item1.Item2, drawn.Item2.Item1, isUndated: drawn.Item2.Item2 == 0))
        .ArrayOf()
        .Select(rows => rows.Select((row, i) => row with { FactId = i + 1, MessageHash = (row.MessageHash * 7919 % 1009) + ((i + 1L) << 20) }).ToArray());

    [Fact]
    public void Facts_added_late_stand_where_a_fresh_build_puts_them() => Prop.ForAll(
        Gen.Zip(Rows, Gen.Choose(0, 100)).ToArbitrary(),
        drawn =>
        {
            (FactRow[] rows, int share) = drawn;
            int early = rows.Length * share / 100;
            List<FactRow> known = [.. Fresh(rows[..early]).Select(row => row with { MessageHash = 0 })];
            var merged = new List<FactRow>();
            LateFacts.Merge(known, [.. rows[early..]], id => new FactOrigin(rows[id - 1].Fact.At, rows[id - 1].MessageHash), merged);
            return Fresh(rows).Select(row => (row.FactId, row.Fact)).SequenceEqual(merged.Select(row => (row.FactId, row.Fact)));
        }).QuickCheckThrowOnFailure();

    private static FactRow[] Fresh(FactRow[] rows)
    {
        FactRow[] placed = [.. rows];
        UndatedFacts.Place(placed);
        Array.Sort(placed);
        return placed;
    }

    private static FactRow Row(int day, int kind, int hash, bool isUndated) => new(
        new Fact(new Instant((day + 1) * Instant.MicrosPerDay), 0, 0, kind < 2 ? FactKind.AttributeChanged : FactKind.Order, 0, (byte)(isUndated ? FactFlags.Undated : FactFlags.None)),
        0,
        0,
        hash,
        Extra.None);
}
