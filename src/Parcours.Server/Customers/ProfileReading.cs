using Parcours.Domain.Customers;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Consent;
using Parcours.Engine.Customers;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;
using Parcours.Server.Analyses;
using Parcours.Server.Live;
using Parcours.Server.Screens;
using Parcours.Web.Customers;
using Parcours.Web.Shell;

namespace Parcours.Server.Customers;

/// <summary>Reads what a profile shows of one customer or account. Like the API's reading it looks at that subject alone, whatever the size of the base.</summary>
internal sealed class ProfileReading(
    LiveState live, ILiveRecords records, CustomerReading customers, ResolvedLifecycles lifecycles, KeptScores scores, StakeholderIndex stakeholders, TimeProvider time)
{
    private const int Favourites = 5;

    /// <summary>A profile; null when nobody has the key.</summary>
    /// <param name="frame">The reader, and the date.</param>
    /// <param name="key">Any of its keys.</param>
    /// <param name="kind">The kind of the facts shown; null or empty for all.</param>
    /// <param name="after">How many newer facts are left out.</param>
    internal async Task<Profile?> OfAsync(Frame frame, string key, string? kind = null, int after = 0)
    {
        if (await customers.FindAsync(key) is not { } who || who.Place >= live.Workspace.Histories.SubjectCount)
        {
            return null;
        }

        HistoryBase histories = live.Workspace.Histories;
        int subject = who.Place;
        SubjectType type = histories.Subjects.TypeOf(subject);
        bool isAccount = type == SubjectType.Account;
        Instant at = MomentOf(frame, histories, subject);
        History history = histories[subject].Until(at);
        IReadOnlyList<CustomerAttribute> attributes = CustomerAttribute.Of(histories.Vocabulary, history);
        string shown = histories.Subjects.KeyOf(subject) is { Length: > 0 } name ? name : key;
        return new Profile
        {
            Key = shown,
            Name = CustomerName.Of(attributes) ?? shown,
            IsAccount = isAccount,
            At = at,
            Calendar = histories.Calendar,
            Currency = histories.Currency,
            Who = who,
            Attributes = attributes,
            Orders = CustomerOrders.Of(histories, subject, at),
            Stages =
            [
                .. from resolved in lifecycles.On(histories, type)
                   let stages = CustomerStages.Of(resolved.Analysis, subject, at, frame.Language.Code)
                   where stages is not null
                   select stages,
            ],
            IsPending = lifecycles.Pending.Any(),
            Scores = [.. scores.Of(histories, subject, at, frame.Language.Code)],
            Permissions = [.. Permissions.Of(histories, subject, ids => records.DetailsOf(ids)).Where(said => said.At <= at)],
            Favourites = FavouriteProduct.Of(histories, history, Favourites),
            Surveys = SurveyScore.Of(histories.Vocabulary, history),
            Stakeholders = isAccount ? stakeholders.Of(histories, subject) : [],
            Facts = FactsOf(frame, histories, history, kind ?? string.Empty, Math.Max(0, after)),
        };
    }

    // The date of the address; else the last day of the data, or that of what happened to this very subject since.
    private Instant MomentOf(Frame frame, HistoryBase histories, int subject)
    {
        Instant shown = FrameReading.MomentOf(frame, histories);
        History known = histories[subject].Until(Instant.From(time.GetUtcNow()));
        return frame.At is not null || known.IsEmpty || known.Facts[^1].At <= shown ? shown : histories.Calendar.EndOfDay(histories.Calendar.DayOf(known.Facts[^1].At));
    }

    private FactPart FactsOf(Frame frame, HistoryBase histories, History history, string kind, int after)
    {
        Vocabulary words = histories.Vocabulary;
        var counts = new SortedDictionary<FactKind, int>();
        foreach (ref readonly Fact fact in history.Facts)
        {
            counts[fact.Kind] = counts.GetValueOrDefault(fact.Kind) + 1;
        }

        FactKind wanted = kind.Length > 0 && words.TryFindKind(kind, out FactKind found) ? found : FactKind.None;
        var places = new List<int>();
        for (int i = history.Count - 1, passed = 0; i >= 0 && places.Count < Profile.PartLength; i--)
        {
            if ((wanted == FactKind.None || history.Facts[i].Kind == wanted) && passed++ >= after)
            {
                places.Add(i);
            }
        }

        long[] ids = new long[places.Count];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = history.FactIds[places[i]];
        }

        // What sources said beside the facts may hold anything, so those who only look at figures do not see it.
        bool withPayloads = frame.May(Engine.Access.Role.Analyst);
        IReadOnlyList<StoredDetail> details = records.DetailsOf(ids);
        FactLine[] lines = [.. places.Select((place, i) => FactLines.Of(histories, history, place, 1, [details[i]])[0]).Select(line => withPayloads ? line : line with { Payload = null })];
        return new FactPart(
            lines, wanted == FactKind.None ? string.Empty : kind, after, wanted == FactKind.None ? history.Count : counts.GetValueOrDefault(wanted),
            [.. counts.Select(pair => (words.NameOf(pair.Key), pair.Value))]);
    }
}
