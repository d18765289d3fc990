using Parcours.Domain.Expressions;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;

namespace Parcours.Domain.Indicators;

/// <summary>The pass behind <see cref="Attachment"/>.</summary>
public static class AttachmentScan
{
    private const int LongestKind = (int)FactKind.FirstCustom;

    /// <summary>Computes it in one pass.</summary>
    public static Attachment Compute(HistoryBase histories, Window window)
    {
        bool[] engagement = new bool[LongestKind];
        _ = FactSets.TryFind("engagement", out FactSet? set);
        foreach (FactKind kind in set!.Kinds)
        {
            engagement[(int)kind] = true;
        }

        _ = histories.Vocabulary.TryFind("nps", out int nps);
        // Buyers; then of them repeat, breadth, reactions, advocacy; then whether anybody has a category, a reaction, a word for the brand.
        long[] counts = SubjectRanges.Count(histories.SubjectCount, 8, (partial, from, to) =>
        {
            var net = new NetOrders(histories.Currency);
            for (int subject = from; subject < to; subject++)
            {
                History history = histories[subject].Until(window.To);
                net.Read(history, window.After);
                Signs signs = Read(history, window, histories.Vocabulary, net.LeftOut, engagement, set.Excludes, nps);
                partial[5] += signs.Categories > 0 ? 1 : 0;
                partial[6] += signs.Reacted ? 1 : 0;
                partial[7] += signs.Spoke ? 1 : 0;
                if (net.Count > 0)
                {
                    partial[0]++;
                    partial[1] += net.Count + net.Earlier >= 2 ? 1 : 0;
                    partial[2] += signs.Categories >= 2 ? 1 : 0;
                    partial[3] += signs.Reacted ? 1 : 0;
                    partial[4] += signs.SpokeWell ? 1 : 0;
                }
            }
        });
        double Share(int place, bool known) => known && counts[0] > 0 ? (double)counts[place] / counts[0] : double.NaN;
        return new(counts[0], Share(1, true), Share(2, counts[5] > 0), Share(3, counts[6] > 0), Share(4, counts[7] > 0));
    }

    private static Signs Read(History history, Window window, Vocabulary vocabulary, OrdersLeftOut leftOut, bool[] engagement, FactFlags excludes, int nps)
    {
        var signs = default(Signs);
        int first = 0;
        ReadOnlySpan<Fact> facts = history.Facts;
        for (int i = 0; i < facts.Length; i++)
        {
            ref readonly Fact fact = ref facts[i];
            if (fact.Kind == FactKind.OrderLine)
            {
                // One or at least two: no need to remember more than the first.
                int category = signs.Categories < 2 ? vocabulary.CategoryOf(fact.Item) : 0;
                if (category > 0 && category != first && !leftOut.Has(history.Links[i]))
                {
                    first = first == 0 ? category : first;
                    signs = signs with { Categories = signs.Categories + 1 };
                }
            }
            else if (fact.At > window.After && (int)fact.Kind < LongestKind)
            {
                bool? word = WordOf(fact, nps);
                signs = signs with
                {
                    Reacted = signs.Reacted || (engagement[(int)fact.Kind] && (fact.Flags & excludes) == FactFlags.None),
                    Spoke = signs.Spoke || word is not null,
                    SpokeWell = signs.SpokeWell || word == true,
                };
            }
        }

        return signs;
    }

    // Whether a fact is a word about the brand, and a good one.
    private static bool? WordOf(in Fact fact, int nps) => fact.Kind switch
    {
        FactKind.Referral or FactKind.Testimonial => true,
        FactKind.Review => fact.Value >= 4,
        FactKind.SurveyAnswer when nps > 0 && fact.Item == nps => fact.Value >= 9,
        _ => null,
    };

    private readonly record struct Signs(int Categories, bool Reacted, bool Spoke, bool SpokeWell);
}
