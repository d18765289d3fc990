using System.Collections.Frozen;
using System.Globalization;
using Parcours.Domain.Expressions;

namespace Parcours.Engine.Definitions;

/// <summary>
/// The faults of expressions in French. A fault is worded in English; here each of those sentences has its French one, and what stands in the place of <c>{}</c> (a word, what was
/// typed) goes over as it is. The words of the language itself are the same in both.
/// </summary>
public static class ExpressionWords
{
    private static readonly FrozenDictionary<string, string> _nouns = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["a condition"] = "une condition",
        ["a number"] = "un nombre",
        ["a duration"] = "une durée",
        ["an ageing number (it grows with time)"] = "un nombre qui croît avec le temps",
        ["a text"] = "un texte",
        ["a date"] = "une date",
        ["a rank in the base"] = "un rang dans la base",
        ["the end of the expression"] = "la fin de l’expression",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Phrases _problems = new(
    [
        ("{} was not expected here", "{} n’était pas attendu ici"),
        ("{} is not a number one can use", "{} n’est pas un nombre utilisable"),
        ("{} cannot follow in here", "{} ne peut pas suivre in ici"),
        ("{} is no calendar unit", "{} n’est pas une unité de calendrier"),
        ("{} is not a number of periods back", "{} n’est pas un nombre de périodes en arrière"),
        ("the expression is nested too deeply", "l’expression est imbriquée trop profondément"),
        ("a text is opened and never closed", "un texte est ouvert et jamais fermé"),
        ("{} has no meaning here", "{} n’a pas de sens ici"),
        ("only a number has a minus sign", "seul un nombre prend le signe moins"),
        ("two ageing numbers cannot be combined: both grow with time", "deux nombres qui croissent avec le temps ne se combinent pas"),
        ("two ageing numbers cannot be compared: both grow with time", "deux nombres qui croissent avec le temps ne se comparent pas"),
        ("{} means nothing", "{} ne veut rien dire"),
        ("{}(...) takes one number", "{}(...) prend un nombre"),
        ("{}(...) takes a number and a count", "{}(...) prend un nombre et un nombre de groupes"),
        ("{}(...) stands inside another measure of the base", "{}(...) se trouve dans une autre mesure de la base"),
        ("a score needs the number of groups", "une note demande le nombre de groupes"),
        ("a churn score cannot be read here", "un score d’attrition ne peut pas être lu ici"),
        ("a churn score cannot be ranked or averaged over the base", "un score d’attrition ne peut être ni classé ni moyenné sur la base"),
        ("{} is no churn definition", "{} n’est pas une définition d’attrition"),
        ("a share lies between 0 and 1", "une part est comprise entre 0 et 1"),
        ("a rank in the base is compared with >= or <", "un rang dans la base se compare avec >= ou <"),
        ("{}(...) cannot stand in a condition on one fact", "{}(...) ne peut pas figurer dans une condition sur un événement"),
        ("{} is not a word that takes brackets", "{} n’est pas un mot qui prend des parenthèses"),
        ("{}(...) names no kind of fact", "{}(...) ne nomme aucun type d’événement"),
        ("{}(...) knows its facts", "{}(...) connaît déjà ses événements"),
        ("{}(...) looks at all time", "{}(...) regarde tout le passé"),
        ("contains looks for a text in another", "contains cherche un texte dans un autre"),
        ("a length of time is compared with a bare number", "une durée est comparée à un nombre sans unité"),
        ("a rank is compared with a share written as a number", "un rang se compare à une part écrite comme un nombre"),
        ("{} and {} cannot be compared", "{} et {} ne se comparent pas"),
        ("texts have no order", "les textes n’ont pas d’ordre"),
        ("the list holds something else than texts", "la liste contient autre chose que des textes"),
        ("the list holds something else than numbers", "la liste contient autre chose que des nombres"),
        ("{} cannot be looked up in a list", "{} ne se cherche pas dans une liste"),
        ("an ageing number equals another for an instant only", "un nombre qui croît avec le temps n’en égale un autre qu’un instant"),
        ("{} is no lifecycle that can be used here", "{} n’est pas un cycle de vie utilisable ici"),
        ("{} is no segment that can be used here", "{} n’est pas un segment utilisable ici"),
        ("consent(...) takes a channel, and a purpose if wanted", "consent(...) prend un canal, et une finalité si l’on veut"),
        ("{} is no channel", "{} n’est pas un canal"),
        ("{}(...) takes one name, and a date if wanted", "{}(...) prend un nom, et une date si l’on veut"),
        ("at: is followed by something else than a date", "at: est suivi d’autre chose qu’une date"),
        ("{} is not declared: write under properties: in properties.yaml: {}", "{} n’est pas déclaré : écrivez sous properties: dans properties.yaml : {}"),
        ("{} is no kind of fact", "{} n’est pas un type d’événement"),
        ("a condition on facts stands inside another", "une condition sur les événements se trouve dans une autre"),
        ("{} follows within", "{} suit within"),
        ("{} follows before", "{} suit before"),
        ("{} is nothing that runs", "{} n’est rien qui court"),
        ("{} is nothing that opens and closes", "{} n’est rien qui s’ouvre et se ferme"),
        ("a name with a hyphen reads as a subtraction", "un nom avec un tiret se lit comme une soustraction"),
        ("{}(...) takes one name", "{}(...) prend un nom"),
        ("own_rhythm needs the base's rhythm", "own_rhythm demande le rythme de la base"),
        ("{} cannot be ranked or averaged over the base", "{} ne peut être ni classé ni moyenné sur la base"),
        ("this cannot stand here", "ceci ne peut pas figurer ici"),
        ("{} stands where a condition is needed", "{} se trouve là où il faut une condition"),
        ("{} needs brackets", "{} demande des parenthèses"),
        ("{} is not a word of the language", "{} n’est pas un mot du langage"),
        ("there is no stage outside a lifecycle", "il n’y a pas de phase hors d’un cycle de vie"),
        ("{} is no stage of this lifecycle", "{} n’est pas une phase de ce cycle de vie"),
        ("{} is no length of time", "{} n’est pas une durée"),
    ]);

    private static readonly Phrases _expectations = new(
    [
        ("an operator (and, or, =, <, >=, +, ...) or the end", "un opérateur (and, or, =, <, >=, +, ...) ou la fin"),
        ("a word, a number, a text in quotes or (", "un mot, un nombre, un texte entre guillemets ou ("),
        ("a word, a number, a text in quotes, or one of {}", "un mot, un nombre, un texte entre guillemets, ou l’un de {}"),
        ("a kind of fact after since, such as order", "un type d’événement après since, comme order"),
        ("a number such as 12 or 0.8", "un nombre comme 12 ou 0.8"),
        ("a number such as 0.8", "un nombre comme 0.8"),
        ("a number", "un nombre"),
        ("day, week, month, quarter or year", "day, week, month, quarter ou year"),
        ("0 for the current period, -1 for the one before...", "0 pour la période en cours, -1 pour la précédente..."),
        ("at most 100 levels of brackets", "100 niveaux de parenthèses au plus"),
        ("a closing {}", "un {} fermant"),
        ("a steady number or a duration on one side", "un nombre fixe ou une durée d’un côté"),
        ("numbers, or durations with the same unit of thought", "des nombres, ou des durées du même ordre"),
        ("a number of each subject, such as spend or orders", "un nombre propre à chacun, comme spend ou orders"),
        ("a whole number from 2 to 100, such as 5", "un nombre entier de 2 à 100, comme 5"),
        ("a condition on facts: what churn scores are learnt from reads none, so that nothing goes round in a circle", "une condition sur les événements : ce dont les scores d’attrition sont appris n’en lit aucun, pour que rien ne tourne en rond"),
        ("one of {}; or two arguments, as score(spend, 5)", "l’un de {} ; ou deux arguments, comme score(spend, 5)"),
        (">= or <", ">= ou <"),
        ("a word such as count(...) or silence(...)", "un mot comme count(...) ou silence(...)"),
        ("a kind such as order, visit or product_view", "un type comme order, visit ou product_view"),
        ("where, within, before, since, in period(...) or )", "where, within, before, since, in period(...) ou )"),
        ("no window; compare it with a duration: {}", "aucune fenêtre ; comparez-le à une durée : {}"),
        ("a text such as item on its left and one in quotes on its right", "un texte comme item à gauche et un autre entre guillemets à droite"),
        ("one of them to be a duration such as 90 days", "que l’un d’eux soit une durée comme 90 days"),
        ("a unit, such as 90 days", "une unité, comme 90 days"),
        ("a unit on both sides, such as 90 days", "une unité des deux côtés, comme 90 days"),
        ("a number from 0 to 1, such as 0.8", "un nombre de 0 à 1, comme 0.8"),
        ("two values of one type", "deux valeurs du même type"),
        ("=, !=, contains or in (...)", "=, !=, contains ou in (...)"),
        ("texts in quotes", "des textes entre guillemets"),
        ("a text or a number before in", "un texte ou un nombre avant in"),
        ("the id of another lifecycle, without a circle", "l’identifiant d’un autre cycle de vie, sans tourner en rond"),
        ("the name of another segment, without a circle; segments alone read segments", "le nom d’un autre segment, sans tourner en rond ; seuls les segments lisent des segments"),
        ("any, or one of {}", "any, ou l’un de {}"),
        ("one of {}", "l’un de {}"),
        ("{} or a declared property", "{} ou une propriété déclarée"),
        ("one where", "un seul where"),
        ("a duration such as 90 days or a threshold", "une durée comme 90 days ou un seuil"),
        ("quotes around it: {}", "des guillemets autour : {}"),
        ("a name between the brackets of {}", "un nom entre les parenthèses de {}"),
        ("contract, subscription or trial", "contract, subscription ou trial"),
        ("deal, complaint, support_ticket or commitment", "deal, complaint, support_ticket ou commitment"),
        ("a threshold named rhythm, as {}", "un seuil nommé rhythm, comme {}"),
        ("a steady number", "un nombre fixe"),
        ("a condition or a value", "une condition ou une valeur"),
        ("a condition, such as orders >= 2 or ever(visit)", "une condition, comme orders >= 2 ou ever(visit)"),
        ("a value, a threshold or a condition", "une valeur, un seuil ou une condition"),
        ("a rule of a lifecycle's stage", "une règle d’une phase de cycle de vie"),
        ("a number and a unit, such as 90 days or 3 years", "un nombre et une unité, comme 90 days ou 3 years"),
        ("a date: {}", "une date : {}"),
        (", where, within, before, since, in period(...) or )", ", where, within, before, since, in period(...) ou )"),
        (", or )", ", ou )"),
    ]);

    /// <summary>What was found.</summary>
    /// <param name="error">The fault.</param>
    /// <param name="language">"fr" or "en".</param>
    public static string Problem(ExpressionError error, string language) => language == "fr" ? _problems.French(error.Problem, Noun) : error.Problem;

    /// <summary>What would be right there; empty when the problem says it all.</summary>
    /// <param name="error">The fault.</param>
    /// <param name="language">"fr" or "en".</param>
    public static string Expected(ExpressionError error, string language) => language == "fr" ? _expectations.French(error.Expected, Noun) : error.Expected;

    /// <summary>The fault on one line: place, problem, what was expected, the nearest valid word.</summary>
    /// <param name="error">The fault.</param>
    /// <param name="language">"fr" or "en".</param>
    public static string Line(ExpressionError error, string language)
    {
        if (language != "fr")
        {
            return error.ToString();
        }

        string text = string.Create(CultureInfo.InvariantCulture, $"ligne {error.Line}, colonne {error.Column} : {Problem(error, language)}");
        text += error.Expected.Length > 0 ? $" ; attendu : {Expected(error, language)}" : string.Empty;
        return error.Nearest is null ? text : $"{text} ; vouliez-vous dire « {error.Nearest} » ?";
    }

    // A noun between two signs, as in "a number + a text", is more than one.
    private static string Noun(string blank) => _nouns.TryGetValue(blank, out string? french) ? french
        : blank.Split(' ') is { Length: >= 5 } && _nouns.FirstOrDefault(noun => blank.StartsWith(noun.Key + " ", StringComparison.Ordinal)) is { Key: { } left } first
            && _nouns.FirstOrDefault(noun => blank.EndsWith(" " + noun.Key, StringComparison.Ordinal)) is { Key: { } right } last && left.Length + right.Length < blank.Length
            ? first.Value + blank[left.Length..^right.Length] + last.Value
        : blank;
}
