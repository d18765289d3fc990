using Parcours.Engine.Answers;

namespace Parcours.Engine.Customers;

/// <summary>Why two keys cannot be made one person, or a merge undone.</summary>
public static class MergeRefusal
{
    /// <summary>Nobody has the key.</summary>
    public static AnswerRefusal Unknown(string key) => new(
        "unknown_customer", new($"There is no customer \"{key}\".", $"Il n'y a pas de client « {key} »."), IsUnknown: true);

    /// <summary>They are one person already.</summary>
    public static AnswerRefusal Same(string one, string other) => new(
        "same_customer", new($"\"{one}\" and \"{other}\" are one customer already.", $"« {one} » et « {other} » sont déjà un seul client."));

    /// <summary>One is an account, the other a person.</summary>
    public static AnswerRefusal AccountAndPerson(string one, string other) => new(
        "account_and_customer", new($"Of \"{one}\" and \"{other}\" one is an account and the other a person.", $"De « {one} » et « {other} », l'un est un compte et l'autre une personne."));

    /// <summary>There is no such merge, or it was undone.</summary>
    public static AnswerRefusal NoMerge(long id) => new(
        "unknown_merge", new($"There is no merge {id} that stands.", $"Il n'y a pas de fusion {id} en vigueur."), IsUnknown: true);
}
