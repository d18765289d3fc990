using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>The first start: a link that can be used once, and soon, to become the owner.</summary>
public sealed class SetUp(IAccessStore store, IPasswords passwords, Sessions sessions, TimeProvider time)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan LinkLength = TimeSpan.FromHours(1);

    private readonly AttemptLimiter _places = new(10, TimeSpan.FromMinutes(1));

    /// <summary>Makes a link good, and earlier ones bad, while nobody can sign in.</summary>
    /// <returns>The token of the link; null when there is an operator already.</returns>
    public string? NewLink()
    {
        if (store.Operators().Any(person => person.IsActive))
        {
            return null;
        }

        string token = Secret.New(string.Empty);
        store.ReplaceSetUpLink(Secret.HashOf(token), new Instant(Now().Micros + (long)LinkLength.TotalMicroseconds));
        return token;
    }

    /// <summary>Uses the link: makes the owner and signs them in.</summary>
    /// <param name="token">The token of the link.</param>
    /// <param name="request">Who becomes the owner; the role is not read.</param>
    /// <param name="place">Where they are: the network address, for the limit of attempts.</param>
    /// <exception cref="AccessException">The link is no longer good, or what was typed cannot be used; the link then stays good.</exception>
    public OpenedSession Use(string token, OperatorRequest request, string place)
    {
        Instant now = Now();
        if (_places.Take(place, now) is > 0 and var wait)
        {
            throw new AccessException(new AccessRefusal.TooManyAttempts(wait));
        }

        Operator owner = Operators.Made(request with { Role = Role.Owner }, passwords, now);
        Operator made = store.UseSetUpLink(Secret.HashOf(token), owner, new Audited(now, Caller.Nobody.Known, "operator.added"))
            ?? throw new AccessException(new AccessRefusal.SetUpLinkInvalid());
        return sessions.Open(made, now);
    }

    private Instant Now() => Instant.From(time.GetUtcNow());
}
