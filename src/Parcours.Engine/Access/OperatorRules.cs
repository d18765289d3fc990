using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>What an operator's address, name and password must be, and how long a row of failures locks them out.</summary>
public static class OperatorRules
{
    /// <summary>The shortest password, in characters. Length is what counts; no kind of character is asked for.</summary>
    public const int ShortestPassword = 12;

    /// <summary>The longest password: hashing must stay cheap enough.</summary>
    public const int LongestPassword = 256;

    /// <summary>Failures that are forgiven.</summary>
    public const int FailuresForgiven = 5;

    private const int LongestText = 200;
    private const int MostLockedMinutes = 60;

    /// <summary>The address as it is kept.</summary>
    /// <exception cref="AccessException">It is not an address.</exception>
    public static string Email(string typed)
    {
        string email = typed.Trim().ToLowerInvariant();
        int at = email.IndexOf('@', StringComparison.Ordinal);
        bool valid = at > 0 && at == email.LastIndexOf('@') && at < email.Length - 1 && email.Length <= LongestText && !email.Any(char.IsWhiteSpace) && !email.Any(char.IsControl);
        return valid ? email : throw new AccessException(new AccessRefusal.EmailInvalid());
    }

    /// <summary>The name as it is kept: the address when none was typed.</summary>
    /// <exception cref="AccessException">It is too long.</exception>
    public static string Name(string typed, string email) =>
        typed.Trim() is { Length: > 0 } name ? name.Length <= LongestText ? name : throw new AccessException(new AccessRefusal.NameTooLong(LongestText)) : email;

    /// <summary>A password that may be used.</summary>
    /// <exception cref="AccessException">It is too short or too long.</exception>
    public static string Password(string typed) =>
        typed.Length < ShortestPassword ? throw new AccessException(new AccessRefusal.PasswordTooShort(ShortestPassword))
        : typed.Length > LongestPassword ? throw new AccessException(new AccessRefusal.PasswordTooLong(LongestPassword))
        : typed;

    /// <summary>The operator after one more failure: locked for a minute after the fifth, twice as long after each one more, an hour at most.</summary>
    internal static Operator Failed(Operator person, Instant now)
    {
        int failures = person.Failures + 1;
        int over = failures - FailuresForgiven;
        Instant until = over < 0 ? person.LockedUntil : new Instant(now.Micros + (Math.Min(1L << Math.Min(over, 10), MostLockedMinutes) * 60 * Instant.MicrosPerSecond));
        return person with { Failures = failures, LockedUntil = until };
    }
}
