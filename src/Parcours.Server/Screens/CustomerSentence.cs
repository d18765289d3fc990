using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Writing;
using Parcours.Web.Customers;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>What a list of customers says in one sentence: how many, which, and when.</summary>
internal static class CustomerSentence
{
    /// <summary>The sentence.</summary>
    internal static string Of(Frame frame, CustomerQuery query, CustomerList list, int count)
    {
        string number = frame.Language.Count(count);
        string who = (list.IsOfAccounts, count) switch
        {
            (true, 1) => frame.Say("1 account", "1 compte"),
            (true, _) => frame.Say($"{number} accounts", $"{number} comptes"),
            (false, 1) => frame.Say("1 customer", "1 client"),
            (false, _) => frame.Say($"{number} customers", $"{number} clients"),
        };
        string said = string.Join(", ", Parts(frame, query, list));
        string when = frame.At is { } at ? frame.Say($", on {ReportLanguage.English.Date(at)}", $", au {ReportLanguage.French.Date(at)}") : string.Empty;
        return said.Length == 0 ? who + when : $"{who}{frame.Say(": ", "\u00a0: ")}{said}{when}";
    }

    private static IEnumerable<string> Parts(Frame frame, CustomerQuery query, CustomerList list)
    {
        string Stage(string id) => list.Stages.FirstOrDefault(stage => stage.Id == id) is { } stage ? frame.Language.Quoted(frame.Say(stage.Name)) : frame.Language.Quoted(id);
        if (query.Stage.Length > 0)
        {
            yield return frame.Say($"stage {Stage(query.Stage)}", $"phase {Stage(query.Stage)}");
        }

        if (query.From.Length > 0 || query.To.Length > 0 || query.FromStage.Length > 0 || query.ToStage.Length > 0)
        {
            yield return (query.FromStage, query.ToStage) switch
            {
                ("none", "") => frame.Say("new to the base", "nouveaux dans la base"),
                ("none", _) => frame.Say($"new, and {Stage(query.ToStage)}", $"nouveaux, et {Stage(query.ToStage)}"),
                ("", "") => frame.Say("moved from stage to stage", "passés d’une phase à l’autre"),
                ("", _) => frame.Say($"became {Stage(query.ToStage)}", $"devenus {Stage(query.ToStage)}"),
                (_, "") => frame.Say($"were {Stage(query.FromStage)} and left it", $"étaient {Stage(query.FromStage)} et n’y sont plus"),
                _ => frame.Say($"from {Stage(query.FromStage)} to {Stage(query.ToStage)}", $"de {Stage(query.FromStage)} à {Stage(query.ToStage)}"),
            } + Between(frame, query);
        }

        if (query.Rfm.Length > 0)
        {
            LocalText name = list.Groups.FirstOrDefault(group => group.Id == query.Rfm) is { Id: not null } group ? group.Name : new(query.Rfm, query.Rfm);
            yield return frame.Say($"RFM group {frame.Language.Quoted(name.En)}", $"groupe RFM {frame.Language.Quoted(name.Fr)}");
        }

        if (query.Segment.Length > 0)
        {
            LocalText name = list.Segments.FirstOrDefault(segment => segment.Id == query.Segment) is { Id: not null } segment ? segment.Name : new(query.Segment, query.Segment);
            yield return $"segment {frame.Language.Quoted(frame.Say(name))}";
        }

        if (query.Where.Length > 0)
        {
            yield return frame.Say("that meet the condition", "qui remplissent la condition");
        }

        if (query.Text.Length > 0)
        {
            yield return frame.Say($"known by {frame.Language.Quoted(query.Text)}", $"connus par {frame.Language.Quoted(query.Text)}");
        }
    }

    private static string Between(Frame frame, CustomerQuery query)
    {
        string? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out DateOnly date) ? frame.Language.Date(date) : null;
        return (Day(query.From), Day(query.To)) switch
        {
            ({ } from, { } to) => frame.Say($" between {from} and {to}", $" entre le {from} et le {to}"),
            ({ } from, null) => frame.Say($" since {from}", $" depuis le {from}"),
            (null, { } to) => frame.Say($" by {to}", $" au {to}"),
            _ => string.Empty,
        };
    }
}
