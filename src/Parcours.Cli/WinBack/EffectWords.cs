using Parcours.Cli.Frame;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.WinBack;
using Parcours.Statistics.Uplift;

namespace Parcours.Cli.WinBack;

/// <summary>What campaigns with a control group showed, and which of the two lists this is, in words.</summary>
internal sealed class EffectWords(Language language, HistoryBase histories)
{
    /// <summary>Why a list is one of potential.</summary>
    public string Of(WhyPotential why) => why switch
    {
        WhyPotential.NoControlGroup => language.Say("no campaign with a control group has drawn such customers", "aucune campagne avec groupe témoin n'a tiré de tels clients au sort"),
        WhyPotential.NotClosed closed => language.Say(
            $"the first campaign with a control group can be judged on {language.Date(closed.At, histories.Calendar)}",
            $"la première campagne avec groupe témoin pourra être jugée le {language.Date(closed.At, histories.Calendar)}"),
        WhyPotential.NotScored => language.Say(
            "the past before the campaigns with a control group is too short to say who was likely to come",
            "le passé d'avant les campagnes avec groupe témoin est trop court pour dire qui avait des chances de venir"),
        WhyPotential.TooFew few => OfFew(few),
        WhyPotential.NoEffectShown => language.Say(
            "campaigns with a control group have shown no effect on such customers, so a rank by it would be a rank by chance",
            "les campagnes avec groupe témoin n'ont montré aucun effet sur de tels clients : un classement selon cet effet serait un classement au hasard"),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "A reason without words."),
    };

    /// <summary>Which list it is.</summary>
    public string Kind(OpportunityList list) => list.Why is { } why
        ? language.Say(
            $"Ranked by what they are expected to bring, not by what contacting them adds: {Of(why)}.",
            $"Classés par ce qu'ils devraient apporter, pas par ce qu'un contact ajouterait : {Of(why)}.")
        : language.Say("Ranked by what contacting them adds.", "Classés par ce qu'un contact ajoute.");

    /// <summary>The overall effect, in lines.</summary>
    public IEnumerable<string> Overall(CampaignEffect effect, int days)
    {
        UpliftEstimate estimate = effect.Estimate;
        string names = string.Join(", ", effect.Campaigns.Select(campaign => campaign.Campaign));
        yield return language.Say(
            $"Campaigns with a control group ({names}): of {language.Count(estimate.Treated)} drawn to be contacted {language.Percent(estimate.TreatedRate)} came within {days} days, of {language.Count(estimate.Control)} left alone {language.Percent(estimate.ControlRate)}.",
            $"Campagnes avec groupe témoin ({names}) : sur {language.Count(estimate.Treated)} clients tirés pour être contactés, {language.Percent(estimate.TreatedRate)} sont venus dans les {days} jours ; sur {language.Count(estimate.Control)} laissés tranquilles, {language.Percent(estimate.ControlRate)}.");
        string shown = estimate.Rate.IsShown ? string.Empty : language.Say(" No effect shown: the interval has zero in it.", " Aucun effet montré : l'intervalle contient zéro.");
        yield return language.Say($"Added by the contact: {Points(estimate.Rate)}.", $"Ajouté par le contact : {Points(estimate.Rate)}.") + shown;
        if (estimate.Spend is { } spend)
        {
            yield return language.Say($"Net spend added by customer contacted: {Money(spend)}.", $"Dépense nette ajoutée par client contacté : {Money(spend)}.");
        }
    }

    /// <summary>The effect by bands of what was foretold.</summary>
    public Sheet Bands(CampaignEffect effect)
    {
        var sheet = new Sheet(
            language.Say("Added by the contact, by chance foretold before it", "Ajouté par le contact, selon la chance annoncée avant"),
            language.Say("chance foretold", "chance annoncée"), language.Say("contacted", "contactés"), language.Say("left alone", "laissés tranquilles"),
            language.Say("seen", "constaté"), language.Say("retained, with its interval", "retenu, avec son intervalle"));
        foreach (UpliftBand band in effect.Estimate.Bands)
        {
            sheet.Row(
                $"{language.Percent(band.From)} – {language.Percent(band.To)}", language.Count(band.Treated), language.Count(band.Control),
                band.Observed is { } seen ? Point(seen) : "–", Points(band.Uplift));
        }

        return sheet;
    }

    /// <summary>A difference of probabilities, in points, with its interval.</summary>
    public string Points(Effect effect) => $"{Point(effect.Estimate)} [{Signed(effect.Interval.Low)}{Between}{Signed(effect.Interval.High)}]";

    /// <summary>An amount in major units with its interval.</summary>
    public string Money(Effect effect) => $"{Money(effect.Estimate)} [{Money(effect.Interval.Low)}{Between}{Money(effect.Interval.High)}]";

    /// <summary>An amount in major units.</summary>
    public string Money(double amount) => language.Amount((long)Math.Round(amount * Currencies.MinorUnits(histories.Currency)), histories.Currency);

    private string Between => language.Say("; ", " ; ");

    private string OfFew(WhyPotential.TooFew few)
    {
        string control = language.Say(
            $"only {language.Count(few.Control)} such customers in the control group, {language.Count(few.ControlNeeded)} more needed",
            $"seulement {language.Count(few.Control)} de ces clients dans le groupe témoin, il en faut {language.Count(few.ControlNeeded)} de plus");
        string treated = language.Say(
            $"only {language.Count(few.Treated)} such customers drawn to be contacted, {language.Count(few.TreatedNeeded)} more needed",
            $"seulement {language.Count(few.Treated)} de ces clients tirés pour être contactés, il en faut {language.Count(few.TreatedNeeded)} de plus");
        return few.TreatedNeeded == 0 ? control : few.ControlNeeded == 0 ? treated : $"{control}{Between}{treated}";
    }

    private string Point(double share) => Signed(share) + " points";

    private string Signed(double share) => (share > 0 ? "+" : string.Empty) + language.Number(share * 100);
}
