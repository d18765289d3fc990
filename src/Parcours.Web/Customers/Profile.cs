using Parcours.Domain.Customers;
using Parcours.Domain.Time;
using Parcours.Engine.Consent;
using Parcours.Engine.Customers;
using Parcours.Engine.Identity;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Web.Customers;

/// <summary>Everything a profile shows of one customer or account at a date.</summary>
public sealed record Profile
{
    /// <summary>How many facts a part of the timeline shows.</summary>
    public const int PartLength = 40;

    /// <summary>The key it is shown by.</summary>
    public required string Key { get; init; }

    /// <summary>Its name, else that key.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is an account.</summary>
    public bool IsAccount { get; init; }

    /// <summary>The date.</summary>
    public Instant At { get; init; }

    /// <summary>The workspace's calendar.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>The currency of its amounts.</summary>
    public byte Currency { get; init; }

    /// <summary>Its keys, and the joins behind them.</summary>
    public required CustomerIdentity Who { get; init; }

    /// <summary>What is known of it.</summary>
    public IReadOnlyList<CustomerAttribute> Attributes { get; init; } = [];

    /// <summary>What it bought.</summary>
    public required CustomerOrders Orders { get; init; }

    /// <summary>Where it stands under each lifecycle.</summary>
    public IReadOnlyList<CustomerStages> Stages { get; init; } = [];

    /// <summary>Whether some lifecycle is still being worked out for the first time.</summary>
    public bool IsPending { get; init; }

    /// <summary>Its scores, with why.</summary>
    public IReadOnlyList<CustomerScore> Scores { get; init; } = [];

    /// <summary>Everything it ever allowed or forbade, the earliest first.</summary>
    public IReadOnlyList<Permission> Permissions { get; init; } = [];

    /// <summary>What it bought most.</summary>
    public IReadOnlyList<FavouriteProduct> Favourites { get; init; } = [];

    /// <summary>What it said of us.</summary>
    public IReadOnlyList<SurveyScore> Surveys { get; init; } = [];

    /// <summary>The people of an account.</summary>
    public IReadOnlyList<Stakeholder> Stakeholders { get; init; } = [];

    /// <summary>The facts shown.</summary>
    public required FactPart Facts { get; init; }

    /// <summary>Its address.</summary>
    public string Path => AddressOf(IsAccount, Key);

    /// <summary>The address of a profile.</summary>
    public static string AddressOf(bool isAccount, string key) => (isAccount ? "/accounts/" : "/customers/") + Uri.EscapeDataString(key);

    /// <summary>A key of some kind; null when it has none.</summary>
    public string? KeyOf(IdentityKind kind) => Who.Keys.FirstOrDefault(key => key.Kind == kind) is { Key: { } found } ? found : null;

    /// <summary>The local day of an instant.</summary>
    public DateOnly DayOf(Instant instant) => Calendar.DateOf(Calendar.DayOf(instant));
}
