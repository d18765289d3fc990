using Parcours.Domain.Facts;

namespace Parcours.Domain.Expressions;

/// <summary>
/// The sets the product's words stand for. Engagement is never an open, a machine's click, a send, an order or an unsubscribe.
/// Activity is whatever shows that a subject is still there: engagement, orders and other acts of their own will; silence(activity) is silence altogether.
/// </summary>
internal static class FactSets
{
    private static readonly FactKind[] Engagement =
    [
        FactKind.MessageClicked, FactKind.AdClick, FactKind.MessageAnswered, FactKind.Visit, FactKind.ProductView, FactKind.Cart, FactKind.Checkout,
        FactKind.Form, FactKind.SurveyAnswer, FactKind.Review, FactKind.Referral, FactKind.Demo, FactKind.ContentDownloaded,
        FactKind.EventAttended, FactKind.SupportTicketOpened, FactKind.OptIn,
    ];

    private static readonly Dictionary<string, FactSet> Sets = new(StringComparer.Ordinal)
    {
        ["contact"] = new([FactKind.MessageSent, FactKind.Meeting, FactKind.Call], FactFlags.None),
        ["engagement"] = new(Engagement, FactFlags.Automated),
        ["activity"] = new(
            [
                .. Engagement, FactKind.Order, FactKind.StoreVisit, FactKind.Search, FactKind.Quote, FactKind.Registration, FactKind.Follow,
                FactKind.TrialStarted, FactKind.ProductUse, FactKind.Testimonial, FactKind.Complaint,
            ],
            FactFlags.Automated),
        ["solicitation"] = new([FactKind.MessageSent], FactFlags.Transactional),
        ["answer"] = new([FactKind.MessageClicked, FactKind.MessageAnswered], FactFlags.Automated),
        ["advocacy"] = new([FactKind.Referral, FactKind.Testimonial], FactFlags.None),
        ["anything"] = new([], FactFlags.None),
    };

    public static bool TryFind(string name, out FactSet? set) => Sets.TryGetValue(name, out set);
}

/// <summary>A named set of kinds. No kinds stands for all of them.</summary>
/// <param name="Kinds">The kinds.</param>
/// <param name="Excludes">Facts with any of these flags are left out.</param>
internal sealed record FactSet(IReadOnlyList<FactKind> Kinds, FactFlags Excludes);
