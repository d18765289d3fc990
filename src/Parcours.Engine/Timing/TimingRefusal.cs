using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Timing;

/// <summary>Why timing cannot be told, with the facts a reader needs to do better.</summary>
public abstract record TimingRefusal
{
    private TimingRefusal()
    {
    }

    /// <summary>For machines, in snake case.</summary>
    public abstract string Code { get; }

    /// <summary>For people.</summary>
    public abstract LocalText Message { get; }

    /// <summary>Too few customers left for anything to be told from chance.</summary>
    /// <param name="Left">How many left, in all ways of leaving.</param>
    /// <param name="Needed">How many more it takes.</param>
    public sealed record TooFewLeavings(long Left, long Needed) : TimingRefusal
    {
        /// <inheritdoc/>
        public override string Code => "too_few_leavings";

        /// <inheritdoc/>
        public override LocalText Message => new(
            $"{Left} customers are known to have left by then: {Needed} more are needed to tell a critical period from chance.",
            $"{Left} départs de clients sont connus à cette date : il en faut {Needed} de plus pour distinguer une période critique du hasard.");
    }

    /// <summary>Too few customers reached the order before.</summary>
    /// <param name="Nth">The order whose moment was asked.</param>
    /// <param name="Customers">How many reached the one before and ordered again.</param>
    /// <param name="Needed">How many more it takes.</param>
    public sealed record TooFewOrders(int Nth, long Customers, long Needed) : TimingRefusal
    {
        /// <inheritdoc/>
        public override string Code => "too_few_customers";

        /// <inheritdoc/>
        public override LocalText Message => new(
            $"{Customers} customers have placed order number {Nth}: {Needed} more are needed to tell its best moment.",
            $"{Customers} clients ont passé la commande numéro {Nth} : il en faut {Needed} de plus pour dire son meilleur moment.");
    }

    /// <summary>The past is too short to try anything on it.</summary>
    /// <param name="Days">How many days it has.</param>
    /// <param name="Needed">How many it takes.</param>
    public sealed record PastTooShort(int Days, int Needed) : TimingRefusal
    {
        /// <inheritdoc/>
        public override string Code => "past_too_short";

        /// <inheritdoc/>
        public override LocalText Message => new(
            $"The base has {Days} days of past at that date: {Needed - Days} more are needed to try a forecast on it.",
            $"La base a {Days} jours de passé à cette date : il en faut {Needed - Days} de plus pour y essayer une prévision.");
    }

    /// <summary>Too few customers ordered in the windows a forecast is tried on.</summary>
    /// <param name="HorizonDays">How long the windows are.</param>
    /// <param name="Ordered">How many ordered in the poorer one.</param>
    /// <param name="Needed">How many more it takes.</param>
    public sealed record TooFewNextOrders(int HorizonDays, int Ordered, int Needed) : TimingRefusal
    {
        /// <inheritdoc/>
        public override string Code => "too_few_customers";

        /// <inheritdoc/>
        public override LocalText Message => new(
            $"{Ordered} customers ordered again in a window of {HorizonDays} days: {Needed} more are needed to try a forecast on it.",
            $"{Ordered} clients ont recommandé dans une fenêtre de {HorizonDays} jours : il en faut {Needed} de plus pour y essayer une prévision.");
    }
}
