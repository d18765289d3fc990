using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>Signing in and out. Any thread may call it.</summary>
public sealed class Sessions
{
    /// <summary>How long a session lasts, whatever is done in it.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    private readonly IAccessStore _store;
    private readonly IPasswords _passwords;
    private readonly ISecretSeal _seal;
    private readonly TimeProvider _time;
    private readonly Lock _signingIn = new();
    private readonly AttemptLimiter _places = new(10, TimeSpan.FromMinutes(1));
    private readonly AttemptLimiter _strangers = new(OperatorRules.FailuresForgiven, TimeSpan.FromMinutes(5));
    private readonly Lazy<string> _nobodys;

    /// <summary>The sessions that a store keeps.</summary>
    public Sessions(IAccessStore store, IPasswords passwords, ISecretSeal seal, TimeProvider time)
    {
        _store = store;
        _passwords = passwords;
        _seal = seal;
        _time = time;
        _nobodys = new(() => passwords.HashOf(Secret.New(string.Empty)));
    }

    /// <summary>Signs an operator in.</summary>
    /// <exception cref="AccessException">The address, password or code is wrong, a code is needed, or there were too many attempts.</exception>
    public OpenedSession SignIn(SignInRequest request)
    {
        Instant now = Now();
        if (_places.Take(request.Place, now) is > 0 and var wait)
        {
            throw new AccessException(new AccessRefusal.TooManyAttempts(wait));
        }

        string email = request.Email.Trim().ToLowerInvariant();
        string password = request.Password.Length <= OperatorRules.LongestPassword ? request.Password : string.Empty;
        lock (_signingIn)
        {
            Operator? person = _store.Operators().FirstOrDefault(person => person.Email == email && person.IsActive);
            if (person is null)
            {
                throw Stranger(email, password, now);
            }

            if (person.LockedUntil > now)
            {
                throw new AccessException(new AccessRefusal.TooManyAttempts(Waits.Seconds(now, person.LockedUntil)));
            }

            PasswordCheck check = _passwords.Check(person.Password, password);
            return check == PasswordCheck.Wrong ? throw Failed(person, now) : Open(WithCode(person, request.Code, now) with
            {
                Password = check == PasswordCheck.RightButOld ? _passwords.HashOf(password) : person.Password,
            }, now);
        }
    }

    /// <summary>Opens a session for somebody who proved who they are in another way: the set-up link.</summary>
    internal OpenedSession Open(Operator person, Instant now)
    {
        string token = Secret.New(string.Empty);
        var session = new Session(Secret.HashOf(token), person.Id, now, new Instant(now.Micros + (long)Length.TotalMicroseconds));
        var caller = new Caller.SignedIn(person with { Failures = 0, LockedUntil = Instant.Beginning }, session.Hash);
        _store.Save(caller.Operator, new Audited(now, caller, "session.opened"), endSessions: false);
        _store.Add(session);
        return new OpenedSession(token, caller, session);
    }

    /// <summary>Who holds a token; null when it opens nothing, or no longer.</summary>
    public Caller.SignedIn? Find(string token)
    {
        string hash = Secret.HashOf(token);
        return _store.FindSession(hash) is { } session && session.Expires > Now()
            && _store.Operators().FirstOrDefault(person => person.Id == session.OperatorId) is { IsActive: true } person
            ? new Caller.SignedIn(person, hash)
            : null;
    }

    /// <summary>Ends a session.</summary>
    public void SignOut(Caller.SignedIn caller) => _store.EndSession(caller.Session, new Audited(Now(), caller, "session.closed"));

    // As slow and as soon locked as for somebody we know, so that nobody learns who is known.
    private AccessException Stranger(string email, string password, Instant now)
    {
        if (_strangers.Take(email, now) is > 0 and var wait)
        {
            return new AccessException(new AccessRefusal.TooManyAttempts(wait));
        }

        _ = _passwords.Check(_nobodys.Value, password);
        return new AccessException(new AccessRefusal.WrongCredentials());
    }

    private Operator WithCode(Operator person, string? code, Instant now) =>
        person.Totp is null ? person
        : string.IsNullOrWhiteSpace(code) ? throw new AccessException(new AccessRefusal.CodeNeeded())
        : _seal.Show(person.Totp) is { } secret && Totp.StepOf(secret, code, now, person.TotpStep) is { } step ? person with { TotpStep = step }
        : IsRecovered(person, code, now) ? person
        : throw Failed(person, now);

    private bool IsRecovered(Operator person, string code, Instant now) =>
        RecoveryCodes.HashOf(code) is { } hash && _store.UseRecoveryCode(person.Id, hash, new Audited(now, Caller.Nobody.Known, "session.recovery_code_used"));

    private AccessException Failed(Operator person, Instant now)
    {
        _store.Save(OperatorRules.Failed(person, now), new Audited(now, Caller.Nobody.Known, "session.refused"), endSessions: false);
        return new AccessException(new AccessRefusal.WrongCredentials());
    }

    private Instant Now() => Instant.From(_time.GetUtcNow());
}
