using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Live;
using Parcours.Server.Hosting;

namespace Parcours.Server.Ingestion;

/// <summary>What the server knows of somebody.</summary>
internal static class Profile
{
    /// <summary>The kinds of the facts of a subject, with what they are about, in order of their names; nothing when there is no such subject.</summary>
    public static string[] Of(StartedServer server, string key)
    {
        HistoryBase histories = server.Service<LiveWorkspace>().Histories;
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            if (histories.Subjects.KeyOf(subject) == key)
            {
                return [.. histories[subject].Facts.ToArray().Select(fact => Line(histories, fact)).Order(StringComparer.Ordinal)];
            }
        }

        return [];
    }

    private static string Line(HistoryBase histories, Fact fact)
    {
        string kind = histories.Vocabulary.NameOf(fact.Kind);
        string item = histories.Vocabulary.TextOf(fact.Item);
        string value = fact.Kind == FactKind.AttributeChanged ? histories.Vocabulary.TextOf((int)fact.Value) : fact.Currency == 0 ? string.Empty : new Money(fact.Value, fact.Currency).ToString();
        return $"{kind} {item} {value}".TrimEnd();
    }
}
