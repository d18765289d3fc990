namespace Parcours.Engine.Samples;

/// <summary>The terms that facts name one by one: attributes, purposes, surveys, stages of a deal.</summary>
internal sealed class ShopWords(TermList terms)
{
    public int Country { get; } = terms.Of("country");

    public int City { get; } = terms.Of("city");

    public int AgeBand { get; } = terms.Of("age_band");

    public int Account { get; } = terms.Of("account");

    public int Sector { get; } = terms.Of("sector");

    public int Size { get; } = terms.Of("size");

    public int CustomerArea { get; } = terms.Of("customer_area");

    public int Loyalty { get; } = terms.Of("loyalty");

    public int Marketing { get; } = terms.Of("marketing");

    public int Nps { get; } = terms.Of("nps");

    public int Csat { get; } = terms.Of("csat");

    public int SurveyMail { get; } = terms.Of("Votre avis nous intéresse");

    public int WelcomeCoupon { get; } = terms.Of("BIENVENUE10");

    public int ContactForm { get; } = terms.Of("demande de contact");

    public int Guide { get; } = terms.Of("Guide des cadeaux d'affaires");

    public int CaseStudy { get; } = terms.Of("Un hôtel équipe ses chambres (étude de cas)");

    public int Qualification { get; } = terms.Of("qualification");

    public int Offer { get; } = terms.Of("offer");

    public int Negotiation { get; } = terms.Of("negotiation");

    public int[] PartnershipActs { get; } = terms.Of(["reference_customer", "co_marketing", "co_innovation"]);

    public int[] Commitments { get; } = terms.Of(["délai de livraison", "interlocuteur dédié", "catalogue sur mesure"]);
}
