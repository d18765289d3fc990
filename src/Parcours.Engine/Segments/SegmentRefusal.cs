using Parcours.Domain.Expressions;
using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Segments;

/// <summary>Why a segment cannot be changed.</summary>
/// <param name="Code">For machines, in snake case.</param>
/// <param name="Sentence">For people: what to do.</param>
public abstract record SegmentRefusal(string Code, LocalText Sentence)
{
    /// <summary>Its text has errors.</summary>
    public sealed record Invalid(IReadOnlyList<ExpressionError> Errors) : SegmentRefusal("segment_invalid", new(
        $"The segment cannot be used: {Errors[0]}", $"Le segment n'est pas utilisable : {Errors[0]}"));

    /// <summary>There is none of that name.</summary>
    public sealed record Unknown(string Id, IReadOnlyList<string> Ids, string? Nearest) : SegmentRefusal("unknown_segment", new(
        $"There is no segment \"{Id}\"{(Nearest is null ? string.Empty : $": did you mean \"{Nearest}\"?")} {There(Ids)}",
        $"Il n'y a pas de segment « {Id} »{(Nearest is null ? string.Empty : $" : vouliez-vous dire « {Nearest} » ?")} {Voici(Ids)}"))
    {
        /// <summary>With the nearest of those there are.</summary>
        public static Unknown Of(string id, IReadOnlyList<string> ids) => new(id, ids, Spelling.Nearest(id, ids));

        private static string There(IReadOnlyList<string> ids) => ids.Count == 0 ? "There is none yet." : $"There are: {string.Join(", ", ids)}.";

        private static string Voici(IReadOnlyList<string> ids) => ids.Count == 0 ? "Il n'y en a pas encore." : $"Il y a : {string.Join(", ", ids)}.";
    }

    /// <summary>Somebody else changed it since it was read.</summary>
    /// <param name="Id">The segment.</param>
    /// <param name="Current">Its text as it stands; null when it is gone or not there yet.</param>
    public sealed record Changed(string Id, string? Current) : SegmentRefusal("segment_changed", new(
        $"The segment {Id} was changed since you read it: look at the current text, then save again.",
        $"Le segment {Id} a été modifié depuis votre lecture : regardez le texte actuel, puis enregistrez de nouveau."));

    /// <summary>Other segments read it.</summary>
    public sealed record Read(string Id, IReadOnlyList<string> By) : SegmentRefusal("segment_in_use", new(
        $"The segment {Id} is read by {string.Join(", ", By)}: change {(By.Count == 1 ? "it" : "them")} first.",
        $"Le segment {Id} est utilisé par {string.Join(", ", By)} : modifiez d'abord {(By.Count == 1 ? "ce segment" : "ces segments")}."));

    /// <summary>The text names another segment than the one that is written.</summary>
    public sealed record OtherName(string Id, string Written) : SegmentRefusal("segment_name_differs", new(
        $"The text defines \"{Written}\" and not \"{Id}\": write segment: {Id}, or save it under its own name.",
        $"Le texte définit « {Written} » et non « {Id} » : écrivez segment: {Id}, ou enregistrez-le sous son propre nom."));

    /// <summary>A list without keys, or keys without a list.</summary>
    public sealed record KeysMissing(string Id) : SegmentRefusal("segment_keys_missing", new(
        $"The segment {Id} is a list: give its keys, one a line.", $"Le segment {Id} est une liste : donnez ses clés, une par ligne."));

    /// <summary>A list longer than lists may be.</summary>
    public sealed record TooMany(int Most) : SegmentRefusal("segment_list_too_long", new(
        $"A list has at most {Most} keys.", $"Une liste compte au plus {Most} clés."));
}
