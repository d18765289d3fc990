using System.Globalization;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Domain.Lifecycles;

/// <summary>Says why a subject is in a stage: the conditions of the rule that held, each with the figures it read.</summary>
internal static class Reasons
{
    public static string Of(LifecycleDefinition definition, LifecycleContext context, int subject, History history, StageSpan span)
    {
        var walk = new LifecycleWalk(definition, context);
        StageRule rule = definition.Rules[span.Rule];
        var parts = new List<(Func<bool> Holds, Func<string> Say)>();
        Describe(walk, Parser.Parse(rule.When), rule.When, parts);
        if (!walk.Begin(subject, history))
        {
            return string.Empty;
        }

        while (walk.Next(span.From.Micros) && walk.Fold.Now < span.From.Micros)
        {
        }

        return string.Join("; ", parts.Where(part => part.Holds()).Select(part => part.Say()).Where(text => text.Length > 0).Distinct());
    }

    private static void Describe(LifecycleWalk walk, Node node, SourceText source, List<(Func<bool> Holds, Func<string> Say)> parts)
    {
        switch (node)
        {
            case BinaryNode { Operator: "and" } both:
                Describe(walk, both.Left, source, parts);
                Describe(walk, both.Right, source, parts);
                break;
            case BinaryNode { Operator: "or" } either:
                Describe(walk, either.Left, source, parts);
                Describe(walk, either.Right, source, parts);
                break;
            case NameNode { Name: "target" or "always" }:
                parts.Add((() => true, () => source.Text.Trim() == "always" ? "no other rule holds" : string.Empty));
                break;
            default:
                string text = Text(source, node);
                Func<bool> holds = walk.Compiler.Condition(node, source);
                Func<string?>[] sides = node is BinaryNode comparison
                    ? [Show(walk, comparison.Left, source), Show(walk, comparison.Right, source)]
                    : [Show(walk, node is InNode list ? list.Item : (node as UnaryNode)?.Operand ?? node, source)];
                parts.Add((holds, () =>
                {
                    string[] shown = [.. sides.Select(side => side()).OfType<string>()];
                    return shown.Length == 0 ? text : $"{text} ({string.Join("; ", shown)})";
                }
                ));
                break;
        }
    }

    private static string Text(SourceText source, Node node) => string.Join(
        ' ', source.Text[node.Start..Math.Min(source.Text.Length, Math.Max(node.End, node.Start))].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Func<string?> Show(LifecycleWalk walk, Node node, SourceText source)
    {
        if (node is NumberNode or PeriodNode or TextNode or DateNode or BinaryNode { Operator: "and" or "or" })
        {
            return () => null;
        }

        Typed typed;
        try
        {
            typed = walk.Compiler.Value(node, source);
        }
        catch (ExpressionException)
        {
            return () => null; // a bare text beside a text (previous_stage = active) has no value of its own
        }

        Fold fold = walk.Fold;
        return typed switch
        {
            NumberValue number => () => double.IsNaN(number.Read()) ? "unknown" : number.Read().ToString("0.##", CultureInfo.InvariantCulture),
            DurationValue duration => () => duration.Read().ToString(),
            AgeingValue { IsDuration: true, Scale: null, Offset: null } ageing => () => ageing.Origin() == long.MinValue
                ? "never"
                : string.Create(CultureInfo.InvariantCulture, $"{(fold.Now - ageing.Origin()) / Instant.MicrosPerDay} days since {Day(fold, ageing.Origin())}"),
            TextValue text => () => text.Show(text.Read()) is { Length: > 0 } shown ? shown : "none",
            _ => () => null,
        };
    }

    private static string Day(Fold fold, long at) =>
        Calendar.DateOf(fold.Calendar.DayOf(new Instant(at))).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
