using System.Collections.Immutable;
using Parcours.Domain.Segments;

namespace Parcours.Engine.Segments.Building;

/// <summary>Every shape of condition that people fill in, in the order offered. What has none of these shapes is kept as a text.</summary>
public static class ConditionShapes
{
    /// <summary>The shape of any other condition: its text.</summary>
    public const string Text = "text";

    private static readonly ConditionField _compared = new("op", FieldKind.Comparison, new("Comparison", "Comparaison"), ">=");
    private static readonly ConditionField _window = new("window", FieldKind.Period, new("Within (empty: ever)", "Sur (vide : depuis toujours)"), string.Empty);
    private static readonly ConditionField _is = new("op", FieldKind.Equality, new("Is or is not", "Est ou n’est pas"), "=");
    private static readonly ConditionField _at = new("at", FieldKind.Date, new("On (empty: now)", "Au (vide : maintenant)"), string.Empty);
    private static readonly ConditionField _fact = new("kind", FieldKind.Fact, new("What happened", "Ce qui s’est produit"), "visit");

    /// <summary>The shapes.</summary>
    public static IReadOnlyList<ConditionShape> All { get; } =
    [
        new("orders", new("Number of orders", "Nombre de commandes"), Facts("orders", [], within: true, Compared("n")), new("{op} {n} orders[ within {window}]", "{op} {n} commandes[ sur {window}]"),
            _compared, Number("2"), _window),
        new("spend", new("Money spent", "Montant dépensé"), Facts("spend", [], within: true, Compared("n")), new("spent {op} {n}[ within {window}]", "a dépensé {op} {n}[ sur {window}]"),
            _compared, Number("100"), _window),
        new("basket", new("Average basket", "Panier moyen"), Facts("average_basket", [], within: true, Compared("n")), new("an average basket of {op} {n}[ within {window}]", "un panier moyen d’{op} {n}[ sur {window}]"),
            _compared, Number("50"), _window),
        new("silence", new("Time since the last…", "Temps depuis le dernier…"), Facts("silence", ["{kind}"], within: false, Compared("period")), new("last {kind} {op} {period} ago", "dernier événement « {kind} » il y a {op} {period}"),
            _fact with { Usual = "order" }, _compared, new("period", FieldKind.Period, new("Time", "Temps"), "90 days")),
        new("age", new("Time since the first…", "Temps depuis le premier…"), Facts("age", ["{kind}"], within: false, Compared("period")), new("first {kind} {op} {period} ago", "premier événement « {kind} » il y a {op} {period}"),
            _fact with { Usual = "order" }, _compared, new("period", FieldKind.Period, new("Time", "Temps"), "1 year")),
        new("ever", new("Did", "A fait"), Facts("ever", ["{kind}"], within: true, test: null, "item"), new("had: {kind}[ “{item}”][ within {window}]", "a eu : {kind}[ « {item} »][ sur {window}]"),
            _fact, Item(), _window),
        new("never", new("Did not", "N’a pas fait"), Facts("never", ["{kind}"], within: true, test: null, "item"), new("had no: {kind}[ “{item}”][ within {window}]", "n’a pas eu : {kind}[ « {item} »][ sur {window}]"),
            _fact, Item(), _window),
        new("bought", new("Bought from a category", "A acheté dans une catégorie"), Facts("ever", ["order_line"], within: true, test: null, "category"), new("bought from “{category}”[ within {window}]", "a acheté dans « {category} »[ sur {window}]"),
            new("category", FieldKind.Text, new("Category", "Catégorie"), "tea"), _window),
        new("count", new("How many times", "Combien de fois"), Facts("count", ["{kind}"], within: true, Compared("n")), new("{op} {n} times: {kind}[ within {window}]", "{op} {n} fois : {kind}[ sur {window}]"),
            _fact, _compared, Number("3"), _window),
        new("attribute", new("Attribute", "Attribut"), new ConditionTree.State("attribute", ["{name}"], null, null, Is("{op}", "value")), new("{name} {op} “{value}”", "{name} {op} « {value} »"),
            new("name", FieldKind.Attribute, new("Attribute", "Attribut"), "city"), _is, new("value", FieldKind.Text, new("Value", "Valeur"), "Lyon")),
        new("attribute_number", new("Attribute, as a number", "Attribut, en nombre"), new ConditionTree.State("attribute", ["{name}"], null, null, Compared("n")), new("{name} {op} {n}", "{name} {op} {n}"),
            new("name", FieldKind.Attribute, new("Attribute", "Attribut"), "employees"), _compared, Number("50")),
        new("stage", new("Stage", "Phase"), new ConditionTree.State("stage", ["{lifecycle}"], null, "{at}", Is("{op}", "stage")), new("stage {op} {stage} in {lifecycle}[ on {at}]", "phase {op} {stage} dans {lifecycle}[ au {at}]"),
            new("lifecycle", FieldKind.Lifecycle, new("Lifecycle", "Cycle de vie"), "crm-segments"), _is, new("stage", FieldKind.Stage, new("Stage", "Phase"), "active"), _at),
        new("score", new("Risk of leaving", "Risque de départ"), new ConditionTree.State("score", ["{churn}"], null, null, Compared("n")), new("risk of leaving ({churn}) {op} {n}", "risque de départ ({churn}) {op} {n}"),
            new("churn", FieldKind.Churn, new("Definition of leaving", "Définition du départ"), "stopped-buying"), _compared, Number("0.7")),
        new("running", new("Has running", "A en cours"), new ConditionTree.State("running", ["{what}"], null, null, null), new("has a {what} running", "a en cours : {what}"),
            new ConditionField("what", FieldKind.Running, new("What runs", "Ce qui court"), "contract")),
        new("open", new("Has open", "A d’ouvert"), new ConditionTree.State("open", ["{what}"], null, null, Compared("n")), new("{op} {n} open: {what}", "{op} {n} en cours : {what}"),
            new("what", FieldKind.Open, new("What is open", "Ce qui est ouvert"), "deal"), _compared, Number("1")),
        new("consent", new("Consent", "Consentement"), new ConditionTree.State("consent", ["{channel}", "{purpose}"], null, null, null), new("consents to {channel}[ for {purpose}]", "consent à {channel}[ pour {purpose}]"),
            new("channel", FieldKind.Channel, new("Channel", "Canal"), "email"), new("purpose", FieldKind.Purpose, new("Purpose (empty: any)", "Usage (vide : tous)"), string.Empty)),
        new("segment", new("Other segment", "Autre segment"), new ConditionTree.State("segment", ["{segment}"], null, "{at}", null), new("in the segment {segment}[ on {at}]", "dans le segment {segment}[ au {at}]"),
            new("segment", FieldKind.Segment, new("Segment", "Segment"), "big-spenders"), _at),
        new(Text, new("In the language", "Dans le langage"), new ConditionTree.Text("{text}"), new("{text}", "{text}"),
            new ConditionField("text", FieldKind.Expression, new("Condition", "Condition"), "orders >= 1")),
    ];

    /// <summary>A shape by its key; that of texts when there is none.</summary>
    public static ConditionShape Find(string key) => All.FirstOrDefault(shape => shape.Key == key) ?? All[^1];

    /// <summary>The shape of a condition that is no group, and what stands in its fields by their names.</summary>
    public static (ConditionShape Shape, IReadOnlyDictionary<string, string> Fields) Of(ConditionTree leaf)
    {
        foreach (ConditionShape shape in All)
        {
            if (shape.Read(leaf) is { } fields)
            {
                return (shape, fields);
            }
        }

        return (All[^1], new Dictionary<string, string>(StringComparer.Ordinal) { [Text] = TreeWriter.Write(leaf) });
    }

    private static ConditionField Number(string usual) => new("n", FieldKind.Number, new("Number", "Nombre"), usual);

    private static ConditionField Item() => new("item", FieldKind.Text, new("Which (empty: any)", "Lequel (vide : tous)"), string.Empty);

    private static ConditionTree.Facts Facts(string measure, ImmutableArray<string> kinds, bool within, ValueTest? test, params string[] where) =>
        new(measure, kinds, [.. where.Select(field => new FieldTest(field, Is("=", field)))], within ? new FactWindow.Last(false, "{window}") : null, test);

    private static ValueTest Compared(string field) => new("{op}", [new TreeValue.Length($"{{{field}}}")]);

    private static ValueTest Is(string op, string field) => new(op, [new TreeValue.Text($"{{{field}}}")]);
}
