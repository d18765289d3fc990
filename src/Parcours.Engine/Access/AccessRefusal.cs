using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Access;

/// <summary>Why access says no: a value with the facts, a stable code for programs, and a sentence for people that says what to do.</summary>
public abstract record AccessRefusal
{
    private AccessRefusal(string code, LocalText sentence)
    {
        Code = code;
        Sentence = sentence;
    }

    /// <summary>For programs, in snake case.</summary>
    public string Code { get; }

    /// <summary>For people.</summary>
    public LocalText Sentence { get; }

    /// <summary>A server key that could do nothing.</summary>
    public sealed record ScopeMissing() : AccessRefusal("scope_missing", new(
        $"A server key needs one scope or more: {string.Join(", ", Scopes.Names)}.",
        $"Une clé de serveur demande au moins un droit : {string.Join(", ", Scopes.Names)}."));

    /// <summary>A scope that is none.</summary>
    public sealed record ScopeUnknown(string Name) : AccessRefusal("scope_unknown", new(
        $"\"{Name}\" is no scope. There are: {string.Join(", ", Scopes.Names)}.",
        $"« {Name} » n'est pas un droit. Il y a : {string.Join(", ", Scopes.Names)}."));

    /// <summary>A scope on a write key.</summary>
    public sealed record ScopeOnWriteKey() : AccessRefusal("scope_on_write_key", new(
        "A write key takes no scope: it only sends facts.",
        "Une clé d'écriture ne prend pas de droit : elle ne fait qu'envoyer des événements."));

    /// <summary>A key that asks for more than it has itself.</summary>
    public sealed record ScopeNotHeld() : AccessRefusal("scope_not_held", new(
        "A key can only make keys with scopes that it has itself.", "Une clé ne peut créer que des clés dont elle a elle-même les droits."));

    /// <summary>A key that would be dead at birth.</summary>
    public sealed record ExpiryPast() : AccessRefusal("expiry_past", new(
        "The key would expire before now: give a later date.", "La clé serait déjà expirée : donnez une date future."));

    /// <summary>A text that is too long.</summary>
    public sealed record NameTooLong(int Most) : AccessRefusal("name_too_long", new(
        $"The name is longer than {Most} characters.", $"Le nom dépasse {Most} caractères."));

    /// <summary>No such key.</summary>
    public sealed record KeyUnknown(int Id) : AccessRefusal("key_unknown", new($"There is no key {Id}.", $"Il n'y a pas de clé {Id}."));

    /// <summary>No such operator.</summary>
    public sealed record OperatorUnknown(int Id) : AccessRefusal("operator_unknown", new($"There is no operator {Id}.", $"Il n'y a pas d'utilisateur {Id}."));

    /// <summary>Not an address.</summary>
    public sealed record EmailInvalid() : AccessRefusal("email_invalid", new("That is not an e-mail address.", "Ce n'est pas une adresse e-mail."));

    /// <summary>An operator signs in with it already.</summary>
    public sealed record EmailTaken() : AccessRefusal("email_taken", new(
        "An operator has that e-mail address already.", "Un utilisateur a déjà cette adresse e-mail."));

    /// <summary>Too easy to guess.</summary>
    public sealed record PasswordTooShort(int Least) : AccessRefusal("password_too_short", new(
        $"A password needs {Least} characters or more; a sentence will do.", $"Un mot de passe compte au moins {Least} caractères ; une phrase convient."));

    /// <summary>Longer than what is hashed in reasonable time.</summary>
    public sealed record PasswordTooLong(int Most) : AccessRefusal("password_too_long", new(
        $"A password has {Most} characters or fewer.", $"Un mot de passe compte au plus {Most} caractères."));

    /// <summary>No such operator, or not their password, or not their code: one answer, so that nobody learns which.</summary>
    public sealed record WrongCredentials() : AccessRefusal("wrong_credentials", new(
        "The e-mail address, the password or the code is wrong.", "L'adresse e-mail, le mot de passe ou le code est faux."));

    /// <summary>The password was right; a one-time code is asked too.</summary>
    public sealed record CodeNeeded() : AccessRefusal("code_needed", new(
        "Also give the six figures that your authenticator shows.", "Donnez aussi les six chiffres de votre application d'authentification."));

    /// <summary>The code does not fit the secret.</summary>
    public sealed record CodeWrong() : AccessRefusal("code_wrong", new(
        "The code does not fit: check the clock of your phone and try the next one.", "Le code ne correspond pas : vérifiez l'heure du téléphone et essayez le suivant."));

    /// <summary>Too many tries from one place, or for one operator.</summary>
    public sealed record TooManyAttempts(int Seconds) : AccessRefusal("too_many_attempts", new(
        $"Too many attempts: wait {Seconds} seconds.", $"Trop de tentatives : attendez {Seconds} secondes."));

    /// <summary>Nobody could manage access any more.</summary>
    public sealed record LastOwner() : AccessRefusal("last_owner", new(
        "This is the last owner: make another operator an owner first.", "C'est le dernier propriétaire : donnez d'abord ce rôle à un autre utilisateur."));

    /// <summary>The link was used, is too old, or never was.</summary>
    public sealed record SetUpLinkInvalid() : AccessRefusal("setup_link_invalid", new(
        "This set-up link was used already or is too old: start the server again for a new one.",
        "Ce lien a déjà servi ou a expiré : redémarrez le serveur pour en avoir un autre."));
}
