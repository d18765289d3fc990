using System.Globalization;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Engine.Lifecycles;

/// <summary>One subject's history, written by hand. Dates are local days ("2024-01-10", its midnight) or minutes ("2024-01-10T14:30").</summary>
internal sealed class Story(SubjectType type)
{
    private readonly List<Told> _facts = [];

    public SubjectType Type => type;

    public IReadOnlyList<Told> Facts => _facts;

    public Story Did(
        FactKind kind, string date, decimal value = 0, string item = "", string link = "", string? until = null, Channel channel = Channel.None,
        FactFlags flags = FactFlags.None, int actor = -1, string category = "")
    {
        _facts.Add(new Told(kind, date, value, item, link, until, channel, flags, actor, category));
        return this;
    }

    /// <summary>An order; with a category, one line of a product of it.</summary>
    public Story Order(string date, decimal amount = 30, string link = "", string category = "")
    {
        Did(FactKind.Order, date, amount, link: link);
        return category.Length == 0 ? this : Did(FactKind.OrderLine, date, amount, "some " + category, link, category: category);
    }

    public Story Orders(params string[] dates)
    {
        foreach (string date in dates)
        {
            Order(date);
        }

        return this;
    }

    public Story Refund(string date, decimal amount, string link) => Did(FactKind.Refund, date, amount, link: link);

    public Story Visit(string date) => Did(FactKind.Visit, date);

    public Story View(string date) => Did(FactKind.ProductView, date);

    public Story Sent(string date, FactFlags flags = FactFlags.None) => Did(FactKind.MessageSent, date, channel: Channel.Email, flags: flags);

    public Story Clicked(string date, FactFlags flags = FactFlags.None) => Did(FactKind.MessageClicked, date, channel: Channel.Email, flags: flags);

    public Story OptIn(string date, Channel channel = Channel.Email) => Did(FactKind.OptIn, date, channel: channel);

    public Story OptOut(string date, Channel channel = Channel.Email) => Did(FactKind.OptOut, date, channel: channel);

    public Story Nps(string date, int score) => Did(FactKind.SurveyAnswer, date, score, "nps");

    public Story Csat(string date, int score) => Did(FactKind.SurveyAnswer, date, score, "csat");

    public Story Review(string date, int stars) => Did(FactKind.Review, date, stars);

    public Story Referral(string date) => Did(FactKind.Referral, date);

    /// <summary>A date as an instant of a calendar: a bare day is its midnight.</summary>
    public static Instant At(Calendar calendar, string date)
    {
        var time = DateTime.ParseExact(date, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.ffffff"], CultureInfo.InvariantCulture, DateTimeStyles.None);
        return calendar.FromLocal((time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
    }

    internal readonly record struct Told(
        FactKind Kind, string Date, decimal Value, string Item, string Link, string? Until, Channel Channel, FactFlags Flags, int Actor, string Category);
}
