using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Segments;
using Parcours.Engine.Segments;
using Parcours.Server.Refusals;

namespace Parcours.Server.Segments;

/// <summary>A condition without a name, as a request brings it: a text or a tree.</summary>
internal static class ConditionAsked
{
    private const int LongestText = 100_000;

    private static readonly Problem _tooLong = new(StatusCodes.Status422UnprocessableEntity, "condition_too_long", new(
        $"A condition has at most {LongestText} characters.", $"Une condition compte au plus {LongestText} caractères."));

    /// <summary>The condition; null with a refusal.</summary>
    internal static SegmentDefinition? Read(string? where, JsonElement? tree, string? subject, out Problem? refusal)
    {
        refusal = null;
        try
        {
            string text = where ?? TreeWriter.Write(ConditionTreeJson.Read(tree ?? default));
            if (text.Length <= LongestText)
            {
                return SegmentScope.Unnamed(new SourceText(text), subject == "account" ? SubjectType.Account : SubjectType.Customer);
            }

            refusal = _tooLong;
        }
        catch (FormatException wrong)
        {
            refusal = new Problem(StatusCodes.Status422UnprocessableEntity, "wrong_tree", new(wrong.Message, $"L'arbre de la condition ne peut pas être lu : {wrong.Message}"));
        }

        return null;
    }
}
