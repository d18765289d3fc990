using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>The operators of a workspace: added, changed, removed. Any thread may call it.</summary>
public sealed class Operators(IAccessStore store, IPasswords passwords, ISecretSeal seal, TimeProvider time)
{
    private readonly Lock _changing = new();

    /// <summary>All operators ever added, by number.</summary>
    public IReadOnlyList<Operator> List() => store.Operators();

    /// <summary>Adds an operator.</summary>
    /// <exception cref="AccessException">The address, name or password cannot be used.</exception>
    public Operator Add(OperatorRequest request, Caller by)
    {
        Operator person = Made(request, passwords, Now());
        return store.Add(person, new Audited(Now(), by, "operator.added")) ?? throw new AccessException(new AccessRefusal.EmailTaken());
    }

    /// <summary>Changes an operator. A new role, a new password or a removal ends all their sessions.</summary>
    /// <exception cref="AccessException">There is no such operator, the password cannot be used, or nobody would be owner any more.</exception>
    public Operator Change(int id, OperatorChange change, Caller by)
    {
        string? hash = change.Password is { } typed ? passwords.HashOf(OperatorRules.Password(typed)) : null;
        lock (_changing)
        {
            Operator before = Find(id);
            Operator after = before with
            {
                Name = change.Name is { } name ? OperatorRules.Name(name, before.Email) : before.Name,
                Role = change.Role ?? before.Role,
                Disabled = change.Disabled switch { true => before.IsActive ? Now() : before.Disabled, false => Instant.Never, null => before.Disabled },
            };
            if (hash is not null)
            {
                after = after with { Password = hash, Totp = null, Failures = 0, LockedUntil = Instant.Beginning };
            }

            bool stillOwned = after is { IsActive: true, Role: Role.Owner } || store.Operators().Any(other => other.Id != id && other is { IsActive: true, Role: Role.Owner });
            if (!stillOwned)
            {
                throw new AccessException(new AccessRefusal.LastOwner());
            }

            string action = after.IsActive == before.IsActive ? hash is null ? "operator.changed" : "operator.password_reset" : after.IsActive ? "operator.restored" : "operator.removed";
            store.Save(after, new Audited(Now(), by, action), endSessions: after.Role != before.Role || hash is not null || !after.IsActive);
            return after;
        }
    }

    /// <summary>An operator changes their own password; all their sessions end.</summary>
    /// <exception cref="AccessException">The present password is wrong, or the new one cannot be used.</exception>
    public void ChangePassword(Caller.SignedIn by, string present, string next)
    {
        string hash = passwords.HashOf(OperatorRules.Password(next));
        lock (_changing)
        {
            Operator person = Proven(by, present);
            store.Save(person with { Password = hash }, new Audited(Now(), by, "operator.password_changed"), endSessions: true);
        }
    }

    /// <summary>An operator ends all their sessions, this one too.</summary>
    public void EndSessions(Caller.SignedIn by)
    {
        lock (_changing)
        {
            store.Save(Find(by.Operator.Id), new Audited(Now(), by, "session.all_closed"), endSessions: true);
        }
    }

    /// <summary>An operator turns one-time codes on, or to another secret: the code proves that their authenticator has it. Their other sessions end.</summary>
    /// <returns>Recovery codes, each good once in the place of a one-time code: shown this once.</returns>
    /// <exception cref="AccessException">The password or the code is wrong.</exception>
    public IReadOnlyList<string> TurnCodesOn(Caller.SignedIn by, string password, string secret, string code)
    {
        lock (_changing)
        {
            Operator person = Proven(by, password);
            long step = Totp.StepOf(secret, code, Now(), after: 0) ?? throw new AccessException(new AccessRefusal.CodeWrong());
            IReadOnlyList<string> recovery = RecoveryCodes.New();
            store.SaveCodes(
                person with { Totp = seal.Hide(secret), TotpStep = step }, [.. recovery.Select(made => RecoveryCodes.HashOf(made)!)], by.Session, new Audited(Now(), by, "operator.codes_on"));
            return recovery;
        }
    }

    /// <summary>How many recovery codes an operator has left.</summary>
    public int RecoveryCodesOf(Operator person) => store.RecoveryCodesOf(person.Id);

    /// <summary>An operator turns one-time codes off, and with them the recovery codes; their other sessions end.</summary>
    /// <exception cref="AccessException">The password is wrong.</exception>
    public void TurnCodesOff(Caller.SignedIn by, string password)
    {
        lock (_changing)
        {
            store.SaveCodes(Proven(by, password) with { Totp = null }, [], by.Session, new Audited(Now(), by, "operator.codes_off"));
        }
    }

    /// <summary>A new operator as they will be kept.</summary>
    internal static Operator Made(OperatorRequest request, IPasswords passwords, Instant now)
    {
        string email = OperatorRules.Email(request.Email);
        string name = OperatorRules.Name(request.Name, email);
        string hash = passwords.HashOf(OperatorRules.Password(request.Password));
        return new Operator(0, email, name, request.Role, hash, null, 0, 0, Instant.Beginning, now, Instant.Never);
    }

    // A stolen session must not be enough to guess the password: failures here lock as they do at sign-in.
    private Operator Proven(Caller.SignedIn by, string password)
    {
        Operator person = Find(by.Operator.Id);
        if (person.LockedUntil > Now())
        {
            throw new AccessException(new AccessRefusal.TooManyAttempts(Waits.Seconds(Now(), person.LockedUntil)));
        }

        if (password.Length > OperatorRules.LongestPassword || passwords.Check(person.Password, password) == PasswordCheck.Wrong)
        {
            store.Save(OperatorRules.Failed(person, Now()), new Audited(Now(), by, "operator.refused"), endSessions: false);
            throw new AccessException(new AccessRefusal.WrongCredentials());
        }

        return person;
    }

    private Operator Find(int id) => store.Operators().FirstOrDefault(person => person.Id == id) ?? throw new AccessException(new AccessRefusal.OperatorUnknown(id));

    private Instant Now() => Instant.From(time.GetUtcNow());
}
