using System.CommandLine;
using System.Globalization;
using Parcours.Cli.Frame;
using Parcours.Engine.Samples;

namespace Parcours.Cli.Samples;

/// <summary>The options that say which shop: how many customers, which seed, until when.</summary>
internal sealed class SampleChoices
{
    private readonly Option<int> _customers;
    private readonly Option<long> _seed;
    private readonly Option<DateOnly> _until;

    /// <summary>Makes them.</summary>
    /// <param name="language">The language of help.</param>
    /// <param name="add">Adds one to the verb.</param>
    public SampleChoices(Language language, Action<Option> add)
    {
        _customers = new Option<int>("--customers")
        {
            HelpName = "N",
            Description = language.Say("How many customers; 5,000 when not given", "Combien de clients ; 5 000 par défaut"),
            DefaultValueFactory = _ => SampleOptions.DefaultCustomers,
        };
        _customers.Validators.Add(result =>
        {
            if (int.TryParse(result.Tokens.Count == 1 ? result.Tokens[0].Value : "1", CultureInfo.InvariantCulture, out int count)
                && count is < 1 or > SampleOptions.MostCustomers)
            {
                result.AddError(language.Say(
                    $"--customers takes a number from 1 to {language.Count(SampleOptions.MostCustomers)}.",
                    $"--customers prend un nombre de 1 à {language.Count(SampleOptions.MostCustomers)}."));
            }
        });
        _seed = new Option<long>("--seed")
        {
            HelpName = "S",
            Description = language.Say("The same seed gives the same shop; 7 when not given", "La même graine donne le même magasin ; 7 par défaut"),
            DefaultValueFactory = _ => SampleOptions.DefaultSeed,
        };
        _until = new Option<DateOnly>("--until")
        {
            HelpName = "DATE",
            Description = language.Say("The last day of the shop's three years; 2026-10-31 when not given", "Le dernier jour des trois ans du magasin ; 2026-10-31 par défaut"),
            DefaultValueFactory = _ => SampleOptions.DefaultUntil,
            CustomParser = result =>
            {
                string typed = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
                if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
                    || date.Year is < 1975 or > 2100)
                {
                    result.AddError(language.Say(
                        $"\"{typed}\" is no date for --until: write 2026-10-31, from 1975 to 2100.",
                        $"« {typed} » n'est pas une date pour --until : écrivez 2026-10-31, de 1975 à 2100."));
                }

                return date;
            },
        };
        add(_customers);
        add(_seed);
        add(_until);
    }

    /// <summary>What was typed.</summary>
    public SampleOptions Read(VerbRun run) =>
        new(run.Parsed.GetValue(_customers), run.Parsed.GetValue(_seed)) { Until = run.Parsed.GetValue(_until) };
}
