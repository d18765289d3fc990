using System.Globalization;
using System.Text.Json.Nodes;
using Parcours.Domain.Facts;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>What every figure needs to be worded: the model and the reader's language.</summary>
internal sealed record Scribe(ReportModel Model, ReportLanguage Language)
{
    private static readonly LocalText Unknown = new("Not yet known", "Pas encore connus");
    private static readonly LocalText Year = new("{0} to {1}", "du {0} au {1}");

    /// <summary>The observed year: 5 March 2026 to 4 March 2027.</summary>
    public string Period => Text(Year, Date(Model.Scope.From.AddDays(1)), Date(Model.Scope.At));

    /// <summary>Whether the texts speak of accounts where they are written for customers.</summary>
    public bool SpeaksOfAccounts { get; init; }

    /// <summary>The reader's text.</summary>
    public string Text(LocalText text) => Language.Text(Said(text));

    /// <summary>The reader's text with its blanks filled.</summary>
    public string Text(LocalText text, params ReadOnlySpan<object?> values) => Language.Text(Said(text), values);

    /// <summary>A date in full.</summary>
    public string Date(DateOnly date) => Language.Date(date);

    /// <summary>A whole number.</summary>
    public string Count(double value) => Language.Count(value);

    /// <summary>A percentage.</summary>
    public string Share(double value) => Language.Share(value);

    /// <summary>A number of days.</summary>
    public string Days(double value) => Language.Days(value);

    /// <summary>Money of the workspace's currency, from minor units.</summary>
    public string Money(double minor) => Language.Money(minor, Model.Scope.Currency);

    /// <summary>A cell of money, from minor units; a spreadsheet reads whole ones.</summary>
    public Cell MoneyCell(double? minor)
    {
        byte currency = Model.Scope.Currency;
        return minor is { } known
            ? new(Money(known), (known / Currencies.MinorUnits(currency)).ToString("F" + Currencies.DecimalsAt(currency).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
            : Cell.Of(null, Money);
    }

    /// <summary>The name of a stage; -1 is "not yet known".</summary>
    public string Stage(int stage) => Language.Text(stage < 0 ? Unknown : Model.Stages[stage].Name);

    /// <summary>The name of a stage inside a sentence, shortened when long.</summary>
    public string Quoted(int stage) => Language.Quoted(Shorten(Stage(stage)));

    /// <summary>A move from one stage to another, inside a sentence.</summary>
    public string Move(int from, int to) => Shorten(Stage(from)) + " → " + Shorten(Stage(to));

    /// <summary>A move from one stage to another, in full.</summary>
    public string WholeMove(int from, int to) => Stage(from) + " → " + Stage(to);

    /// <summary>A name that a sentence can carry; the table has it whole.</summary>
    public static string Shorten(string name) => name.Length <= 36 ? name : name[..(char.IsHighSurrogate(name[34]) ? 34 : 35)].TrimEnd() + "…";

    /// <summary>A cell of a stage.</summary>
    public Cell StageCell(int stage) => stage < 0 ? new(Stage(stage)) : new(Stage(stage)) { Stages = [stage] };

    /// <summary>Lines of a tooltip.</summary>
    public static JsonArray Lines(params ReadOnlySpan<string?> lines)
    {
        var array = new JsonArray();
        foreach (string? line in lines)
        {
            if (line is not null)
            {
                array.Add((JsonNode)line);
            }
        }

        return array;
    }

    // Both words are regular in English and masculine in French, so the rest of a sentence stands.
    private LocalText Said(LocalText text) => SpeaksOfAccounts
        ? new(text.En.Replace("customer", "account").Replace("Customer", "Account"), text.Fr.Replace("client", "compte").Replace("Client", "Compte"))
        : text;
}
