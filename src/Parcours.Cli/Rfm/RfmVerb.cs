using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Rfm;
using Parcours.Domain.Time;
using Parcours.Engine.Rfm;

namespace Parcours.Cli.Rfm;

/// <summary><c>parcours rfm</c>: recency, frequency and money, by quantile and by group, beside the year before.</summary>
internal sealed class RfmVerb : Verb
{
    private const int MostQuantiles = 100;

    private readonly Option<Moment?> _at;
    private readonly Option<int?> _quantiles;
    private readonly Option<string?> _map;

    public RfmVerb(Language language)
        : base(
            "rfm",
            language,
            new("Recency, frequency and money of every customer with an order", "Récence, fréquence et montant de chaque client qui a commandé"),
            "parcours rfm",
            "parcours rfm --at 1998-01-01 --quantiles 4 --json",
            "parcours rfm --map shopify")
    {
        _at = AddAt();
        _quantiles = AddOption<int?>("--quantiles", "N", new("How many quantiles, 2 to 100; 5 when not given", "Combien de quantiles, de 2 à 100 ; 5 par défaut"));
        _quantiles.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int typed) && typed is < 2 or > MostQuantiles)
            {
                result.AddError(language.Say("--quantiles takes a number from 2 to 100.", "--quantiles attend un nombre de 2 à 100."));
            }
        });
        _map = AddOption<string?>("--map", "rfm-10|shopify|klaviyo", new("Name the groups as this map does", "Nommer les groupes comme cette carte"));
        _map.AcceptOnlyFromAmong([.. RfmMaps.All.Select(map => map.Id)]);
    }

    public override int Run(VerbRun run)
    {
        RfmMap? map = run.Parsed.GetValue(_map) is { } id ? RfmMaps.Find(id) : null;
        int? asked = run.Parsed.GetValue(_quantiles);
        if (map is not null && asked is { } wanted && wanted != map.Quantiles)
        {
            throw new RefusedException(new("wrong_usage", new(
                $"The map {map.Id} is made for {map.Quantiles} quantiles: leave --quantiles out.",
                $"La carte {map.Id} est faite pour {map.Quantiles} quantiles : retirez --quantiles.")), ExitCode.WrongUsage);
        }

        HistoryBase histories = OrderHolders.Of(run.LoadBase());
        Instant at = run.At(_at, histories.Calendar);
        int quantiles = map?.Quantiles ?? asked ?? 5;
        RfmMap? shown = map ?? (quantiles == RfmMaps.Classic.Quantiles ? RfmMaps.Classic : null);
        var now = RfmAnalysis.Compute(histories, at, quantiles);
        var before = RfmAnalysis.Compute(histories, YearEarlier.Of(at, histories.Calendar), quantiles);
        if (run.Json)
        {
            run.WriteJson(writer => RfmJson.Write(writer, now, before, shown, histories.Currency));
        }
        else
        {
            RfmAnswer.Show(run, now, before, shown, histories);
        }

        return ExitCode.Done;
    }
}
