using System.Globalization;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Engine.Lifecycles;

/// <summary>Puts stories together into a base, and a lifecycle on it.</summary>
internal static class Stories
{
    public const byte Euro = 1;

    public static HistoryBase Of(Calendar calendar, params IReadOnlyList<Story> stories)
    {
        var texts = new List<string> { "" };
        var categories = new List<int> { 0 };
        int term(string text)
        {
            if (text.Length == 0)
            {
                return 0;
            }

            int found = texts.IndexOf(text);
            if (found < 0)
            {
                found = texts.Count;
                texts.Add(text);
                categories.Add(0);
            }

            return found;
        }

        foreach (Story.Told fact in stories.SelectMany(story => story.Facts))
        {
            int item = term(fact.Item);
            if (fact.Category.Length > 0)
            {
                categories[item] = term(fact.Category);
                categories[categories[item]] = categories[item];
            }
        }

        var rows = stories.Select(story => story.Facts.Select((fact, i) => Row(calendar, fact, term, i))).ToList();
        return new HistoryBase(
            [Segment.Of(rows)],
            Subjects.Of([.. stories.Select((_, i) => i.ToString("'s'0000", CultureInfo.InvariantCulture))], [.. stories.Select(story => story.Type)]),
            new Vocabulary([.. texts], [.. categories], []),
            calendar,
            Euro);
    }

    public static LifecycleAnalysis Analysis(LifecycleDefinition definition, HistoryBase histories)
    {
        Instant last = FactSpan.Of(histories).Last;
        return new LifecycleAnalysis(definition, histories, category => RhythmHistory.Compute(histories, last, category), BuiltInLifecycles.Find);
    }

    private static FactRow Row(Calendar calendar, Story.Told fact, Func<string, int> term, int place)
    {
        bool isMoney = FactKinds.IsMoney(fact.Kind);
        FactFlags flags = fact.Flags | (fact.Date.Length == 10 ? FactFlags.DateOnly : FactFlags.None);
        long value = fact.Kind == FactKind.AttributeChanged ? term(fact.Category) : (long)(fact.Value * (isMoney ? 100 : 1));
        Instant until = fact.Until is null ? Instant.Never : Story.At(calendar, fact.Until);
        return new FactRow(
            new Fact(Story.At(calendar, fact.Date), value, term(fact.Item), fact.Kind, isMoney ? Euro : (byte)0, Fact.Pack(fact.Channel, flags)),
            place + 1,
            fact.Link.Length == 0 ? 0 : 1 + term(fact.Link),
            place,
            until == Instant.Never && fact.Actor < 0 ? Extra.None : new Extra(until, fact.Actor, 1000));
    }
}
