using Parcours.Domain.Experiments;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Values;

namespace Parcours.Engine.Import.Messages;

/// <summary>Reads the arm that a subject was drawn into, from a name or from a yes or no under a header that says what yes means.</summary>
internal static class ArmText
{
    private const int LongestName = 200;

    private static readonly HashSet<string> ControlNames = Words(
        "control controle ctrl controlgroup controlarm groupcontrol groupecontrole groupedecontrole temoin temoins groupetemoin groupetemoins holdout holdoutgroup untreated nontraite nontraitee notreatment");

    private static readonly HashSet<string> ControlHeaders = Words(
        "controlgroup groupetemoin groupecontrole groupedecontrole temoin control controle iscontrol esttemoin incontrolgroup holdout isholdout");

    private static readonly HashSet<string> TreatedHeaders = Words("treated traite treatment traitement istreated");

    /// <summary>The name of an arm: <see cref="Arms.Control"/> for every word that means it, else the text as it is; empty when there is none, or it is too long.</summary>
    public static string NameOf(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> name = text.Trim();
        return name.Length is 0 or > LongestName ? string.Empty : ControlNames.Contains(HeaderText.Plain(name)) ? Arms.Control : name.ToString();
    }

    /// <summary>The name of the arm that a field says; empty when it says none.</summary>
    /// <param name="header">The header of the column, plain: under "control" a yes is the control arm, under "treated" a yes is the treated one, elsewhere a yes says nothing.</param>
    /// <param name="text">The field.</param>
    public static string Read(string header, ReadOnlySpan<char> text)
    {
        bool? yes = YesNo.Read(text.Trim());
        if (yes is null || (text.Trim().Length == 1 && char.IsLetter(text.Trim()[0]) && !ControlHeaders.Contains(header) && !TreatedHeaders.Contains(header)))
        {
            return NameOf(text);
        }

        return ControlHeaders.Contains(header) ? (yes.Value ? Arms.Control : Arms.Treated)
            : TreatedHeaders.Contains(header) ? (yes.Value ? Arms.Treated : Arms.Control)
            : string.Empty;
    }

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
