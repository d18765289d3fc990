using Parcours.Domain.Facts;
using Parcours.Engine.Import.Columns;

namespace Parcours.Engine.Import.Messages;

/// <summary>The words mailing tools use for what became of a message, in English and French.</summary>
internal static class MessageEvents
{
    /// <summary>A message that reached its box: no typed kind, kept under this name.</summary>
    public const string Delivered = "message_delivered";

    /// <summary>A message the provider did not send or that waits: kept under this name.</summary>
    public const string Blocked = "message_blocked";

    private static readonly Dictionary<string, MessageEvent> Words = Read(
        (new(FactKind.MessageSent, null), "sent send request requests envoye envoyee envoi processed receivedemail receivedsms receivedpush emailsent smssent sentemail sentsms"),
        (new(FactKind.None, Delivered), "delivered livre delivre remis delivery deliveredemail"),
        (new(FactKind.MessageOpened, null), "open opened opens opening firstopening uniqueopened ouvert ouverte ouverture premiereouverture openedemail loadedbyproxy proxyopen uniqueproxyopen openedpush"),
        (new(FactKind.MessageClicked, null), "click clicked clicks clic clique cliquee clickedemail clickedsms uniqueclicked firstclick"),
        (new(FactKind.MessageBounced, null), "bounce bounced bounces softbounce softbounced hardbounce hardbounced rebond reboundsoft bouncedemail invalid invalidemail error erreur rejete failedtodeliversms"),
        (new(FactKind.MessageAnswered, null), "reply replied answered answer reponse repondu inboundreply"),
        (new(FactKind.OptOut, null), "unsubscribe unsubscribed unsub unsubs desinscrit desinscription desabonne desabonnement unsubscribedfromemailmarketing unsubscribedfromlist optout optedout complaint spam spamcomplaint markedemailasspam plainte abuse"),
        (new(FactKind.OptIn, null), "subscribed subscribe inscrit inscription subscribedtolist subscribedtoemailmarketing optin"),
        (new(FactKind.None, Blocked), "blocked bloque deferred differe droppedemail dropped"));

    /// <summary>What a word means; null when it is unknown.</summary>
    public static MessageEvent? Of(ReadOnlySpan<char> text) => Words.TryGetValue(HeaderText.Plain(text), out MessageEvent found) ? found : null;

    private static Dictionary<string, MessageEvent> Read(params (MessageEvent Event, string Words)[] lists) =>
        lists.SelectMany(list => list.Words.Split(' ').Select(word => (word, list.Event))).ToDictionary(pair => pair.word, pair => pair.Event, StringComparer.Ordinal);
}
