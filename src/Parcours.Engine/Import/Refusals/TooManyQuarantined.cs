using System.Globalization;
using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import.Refusals;

/// <summary>More than a tenth of the lines were put aside.</summary>
internal sealed record TooManyQuarantined(long Quarantined, long Read, IReadOnlyList<QuarantineReason> Reasons, string? File) : ImportRefusal
{
    private const int Shown = 3;

    /// <inheritdoc/>
    public override string Code => "too_many_quarantined";

    /// <inheritdoc/>
    public override LocalText Sentence => new(
        $"{Count(Quarantined)} of {Count(Read)} lines cannot be read ({Share}): more than 10 %, so nothing was stored. {List("en", "line")}{(File is null ? "" : $" They are all in {File}.")} Correct the file, or import the other lines with --force.",
        $"{Count(Quarantined)} lignes sur {Count(Read)} sont illisibles ({Share}) : plus de 10 %, donc rien n'a été enregistré. {List("fr", "ligne")}{(File is null ? "" : $" Elles sont toutes dans {File}.")} Corrigez le fichier, ou importez les autres lignes avec --force.");

    private string Share => (Quarantined * 100.0 / Read).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private string List(string language, string line) => string.Join(" ", Reasons.Take(Shown).Select(reason =>
        $"{reason.Reason.In(language)}: {Count(reason.Lines)} ({line} {reason.ExampleLine.ToString(CultureInfo.InvariantCulture)}: {reason.Example})."));

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);
}
