using Parcours.Domain.Features;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Writing;
using Parcours.Statistics.Clusters;

namespace Parcours.Engine.Segments.Discovery;

/// <summary>What was found, in words and numbers for people.</summary>
public static class DiscoveryWords
{
    /// <summary>What is so, as a sentence without its full stop.</summary>
    public static string Answer(SegmentDiscovery found, ReportLanguage language)
    {
        string buyers = language.Count(found.Buyers);
        (string en, string fr, string of) = found.Subject == SubjectType.Account ? ("accounts that buy", "comptes acheteurs", "de comptes acheteurs") : ("buyers", "acheteurs", "d’acheteurs");
        return found switch
        {
            { IsTooFew: true } => Say(
                language, $"Too few {en} to look for groups: {buyers} of the {SegmentDiscovery.FewestBuyers} needed", $"Trop peu {of} pour chercher des groupes : {buyers} sur les {SegmentDiscovery.FewestBuyers} qu’il faut"),
            { Groups.Count: 0 } => Say(language, $"No groups stand out among {buyers} {en}", $"Aucun groupe ne se détache parmi {buyers} {fr}"),
            _ => Say(language, $"{buyers} {en} fall into {found.Groups.Count} groups by themselves", $"{buyers} {fr} forment d’eux-mêmes {found.Groups.Count} groupes"),
        };
    }

    /// <summary>Why there are so many groups, or none.</summary>
    public static string Reason(SegmentDiscovery found, ReportLanguage language)
    {
        if (found.IsTooFew)
        {
            return Say(language, "What sets a few people apart is mostly chance.", "Ce qui distingue quelques personnes relève surtout du hasard.");
        }

        if (found.Count.Groups is { } groups)
        {
            GroupCountTried chosen = found.Count.Tried.First(tried => tried.Groups == groups);
            return Say(
                language,
                $"Looked for again among other buyers of the base, these groups come out alike (agreement {language.Number(chosen.Stability, 2)} of 1), and they lie further apart than chance makes them.",
                $"Cherchés à nouveau parmi d’autres acheteurs de la base, ces groupes ressortent semblables (accord de {language.Number(chosen.Stability, 2)} sur 1), et ils sont plus séparés que par hasard.");
        }

        return Say(
            language,
            "Buyers differ by degrees: whatever line is drawn, those on either side of it are alike. Cuts of your own, as an amount or a delay, serve better than groups that are not there.",
            "Les acheteurs diffèrent par degrés : où que l’on trace une limite, ceux des deux côtés se ressemblent. Vos propres seuils, un montant ou un délai, valent mieux que des groupes qui n’existent pas.");
    }

    /// <summary>A number in the unit of its indicator; a dash for none.</summary>
    public static string Number(Feature feature, double? value, ReportLanguage language, byte currency) => value is not { } known ? "–" : feature.Unit switch
    {
        FeatureUnit.Share => language.Share(known),
        FeatureUnit.Money => language.Money(known * Domain.Facts.Currencies.MinorUnits(currency), currency),
        FeatureUnit.Days => language.Days(Math.Round(known)),
        _ => language.Number(known, 1),
    };

    /// <summary>An indicator's name, as a heading.</summary>
    public static string Name(LocalText name, ReportLanguage language) => language.Text(name) is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] : string.Empty;

    private static string Say(ReportLanguage language, string english, string french) => language.IsFrench ? french : english;
}
