using Parcours.Domain.Expressions;
using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Definitions;

/// <summary>Why a definition cannot be changed.</summary>
/// <param name="Code">For machines, in snake case.</param>
/// <param name="Sentence">For people: what to do.</param>
public abstract record DefinitionRefusal(string Code, LocalText Sentence)
{
    /// <summary>Its text has errors.</summary>
    public sealed record Invalid(IReadOnlyList<ExpressionError> Errors) : DefinitionRefusal("definition_invalid", new(
        $"The text cannot be used: {Errors[0]}.", $"Le texte n’est pas utilisable : {Errors[0]}."));

    /// <summary>The text names another definition than the one that is written.</summary>
    public sealed record OtherName(string Id, string Written) : DefinitionRefusal("definition_name_differs", new(
        $"The text defines “{Written}” and not “{Id}”: write {Id} on its first line, or save it under its own name.",
        $"Le texte définit « {Written} » et non « {Id} » : écrivez {Id} sur sa première ligne, ou enregistrez-le sous son propre nom."));

    /// <summary>A name that no file can have.</summary>
    public sealed record WrongName(string Id) : DefinitionRefusal("definition_name_wrong", new(
        $"“{Id}” is no name for a definition: use lower-case letters, digits and hyphens, 60 at most.",
        $"« {Id} » ne peut pas nommer une définition : lettres minuscules, chiffres et tirets, 60 au plus."));

    /// <summary>Somebody else changed it since it was read.</summary>
    /// <param name="Id">The definition.</param>
    /// <param name="Current">Its text as it stands.</param>
    public sealed record Changed(string Id, string Current) : DefinitionRefusal("definition_changed", new(
        $"{Id} was changed since you read it. Nothing was saved: look at what is different, then save again.",
        $"{Id} a été modifié depuis votre lecture. Rien n’a été enregistré : regardez les différences, puis enregistrez de nouveau."));
}
