using System.Globalization;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Domain.Lifecycles;

/// <summary>Says why a subject is in a stage: the conditions of the rule that held, each with the figures it read.</summary>
internal sealed class Reasons
{
    private readonly LifecycleDefinition _definition;
    private readonly LifecycleWalk _walk;
    private readonly bool _french;

    private Reasons(LifecycleDefinition definition, LifecycleWalk walk, bool french)
    {
        _definition = definition;
        _walk = walk;
        _french = french;
    }

    /// <summary>The conditions that held when each of some spans began, in one walk through the history.</summary>
    /// <param name="spans">Spans of the subject, in time order.</param>
    /// <param name="language">"en" or "fr".</param>
    public static string[] Of(LifecycleDefinition definition, LifecycleContext context, int subject, History history, IReadOnlyList<StageSpan> spans, string language)
    {
        bool french = language.StartsWith("fr", StringComparison.OrdinalIgnoreCase);
        var walk = new LifecycleWalk(definition, context);
        var reasons = new Reasons(definition, walk, french);
        var byRule = new Dictionary<int, List<(Func<bool> Holds, Func<string> Say)>>();
        foreach (int rule in spans.Select(span => (int)span.Rule).Distinct())
        {
            SourceText when = definition.Rules[rule].When;
            reasons.Describe(Parser.Parse(when), when, byRule[rule] = []);
        }

        string[] found = [.. spans.Select(_ => string.Empty)];
        if (!walk.Begin(subject, history))
        {
            return found;
        }

        for (int i = 0; i < found.Length; i++)
        {
            while (walk.Next(spans[i].From.Micros) && walk.Fold.Now < spans[i].From.Micros)
            {
            }

            found[i] = string.Join(french ? "\u00a0; " : "; ", byRule[spans[i].Rule].Where(part => part.Holds()).Select(part => part.Say()).Where(text => text.Length > 0).Distinct());
        }

        return found;
    }

    private void Describe(Node node, SourceText source, List<(Func<bool> Holds, Func<string> Say)> parts)
    {
        switch (node)
        {
            case BinaryNode { Operator: "and" } both:
                Describe(both.Left, source, parts);
                Describe(both.Right, source, parts);
                break;
            case BinaryNode { Operator: "or" } either:
                Describe(either.Left, source, parts);
                Describe(either.Right, source, parts);
                break;
            case NameNode { Name: "target" or "always" }:
                parts.Add((() => true, () => source.Text.Trim() == "always" ? Say("no other rule holds", "aucune autre règle ne s’applique") : string.Empty));
                break;
            default:
                string text = Text(source, node);
                text = _french ? FrenchWords.Say(text, name => _definition.Thresholds.Any(rule => rule.Name == name) ? ThresholdName.Of(name).Fr : null) : text;
                Func<bool> holds = _walk.Compiler.Condition(node, source);
                Func<string?>[] sides = node is BinaryNode comparison
                    ? [Show(comparison.Left, source), Show(comparison.Right, source)]
                    : [Show(node is InNode list ? list.Item : (node as UnaryNode)?.Operand ?? node, source)];
                parts.Add((holds, () =>
                {
                    string[] shown = [.. sides.Select(side => side()).OfType<string>()];
                    return shown.Length == 0 ? text : $"{text} ({string.Join(Say("; ", "\u00a0; "), shown)})";
                }
                ));
                break;
        }
    }

    private static string Text(SourceText source, Node node) => string.Join(
        ' ', source.Text[node.Start..Math.Min(source.Text.Length, Math.Max(node.End, node.Start))].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Func<string?> Show(Node node, SourceText source)
    {
        if (node is NumberNode or PeriodNode or TextNode or DateNode or BinaryNode { Operator: "and" or "or" })
        {
            return () => null;
        }

        Typed typed;
        try
        {
            typed = _walk.Compiler.Value(node, source);
        }
        catch (ExpressionException)
        {
            return () => null; // a bare text beside a text (previous_stage = active) has no value of its own
        }

        Fold fold = _walk.Fold;
        return typed switch
        {
            NumberValue number => () => double.IsNaN(number.Read()) ? Say("unknown", "inconnu") : Number(number.Read()),
            DurationValue duration => () => duration.Read().In(_french ? "fr" : "en"),
            AgeingValue { IsDuration: true, Scale: null, Offset: null } ageing => () => ageing.Origin() == long.MinValue
                ? Say("never", "jamais")
                : Since((fold.Now - ageing.Origin()) / Instant.MicrosPerDay, Day(fold, ageing.Origin())),
            TextValue text => () => text.Show(text.Read()) is { Length: > 0 } shown ? shown : Say("none", "aucun"),
            _ => () => null,
        };
    }

    private string Say(string english, string french) => _french ? french : english;

    private string Number(double value)
    {
        string number = value.ToString("0.##", CultureInfo.InvariantCulture);
        return _french ? number.Replace('.', ',') : number;
    }

    private string Since(long days, string day) => Say(
        string.Create(CultureInfo.InvariantCulture, $"{days} days since {day}"),
        string.Create(CultureInfo.InvariantCulture, $"{days} {(days < 2 ? "jour" : "jours")} depuis le {day}"));

    private string Day(Fold fold, long at) =>
        Calendar.DateOf(fold.Calendar.DayOf(new Instant(at))).ToString(Say("yyyy-MM-dd", "dd/MM/yyyy"), CultureInfo.InvariantCulture);
}
