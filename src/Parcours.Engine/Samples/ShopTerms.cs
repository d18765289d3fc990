namespace Parcours.Engine.Samples;

/// <summary>
/// The texts that the shop's facts carry, by its own numbers: products, categories, campaigns, attributes and their values.
/// The keys of accounts (an attribute of their stakeholders) come after all others, one per block of customers.
/// </summary>
internal sealed class ShopTerms
{
    private readonly TermList _list = new();

    public ShopTerms(ShopClock clock)
    {
        int[] categories = _list.Of(ShopCategory.All.Select(category => category.Name));
        Array.ForEach(categories, category => _list.Place(category, category));
        Products = _list.Of(Catalogue.Products.Select(product => product.Name));
        for (int i = 0; i < Products.Length; i++)
        {
            _list.Place(Products[i], categories[Catalogue.Products[i].Category]);
        }

        Words = new ShopWords(_list);
        Campaigns = ShopCampaign.Of(clock);
        CampaignTerms = _list.Of(Campaigns.Select(campaign => campaign.Name));
        Towns = _list.Of(FrenchNames.Towns);
        Countries = _list.Of(FrenchNames.Countries);
        AgeBands = _list.Of(FrenchNames.AgeBands);
        Stores = _list.Of(FrenchNames.Towns.Take(FrenchNames.StoreCount).Select(town => "Boutique " + town));
        Searches = _list.Of(ShopCategory.All.SelectMany(category => category.Nouns).Select(noun => noun.ToLowerInvariant()));
        Sectors = _list.Of("hôtellerie restauration industrie distribution santé services".Split(' '));
        Sizes = _list.Of("10-49 50-249 250-999 1000+".Split(' '));
        Fairs = _list.Of(["Salon des comités d'entreprise", "Webinaire cadeaux d'affaires"]);
        WinBacks = ShopCampaign.WinBacksOf(clock);
        WinBackTerms = _list.Of(WinBacks.Select(campaign => campaign.Name));
        Arms = _list.Of([Domain.Experiments.Arms.Control, Domain.Experiments.Arms.Treated]);
    }

    public ShopWords Words { get; }

    public int[] Products { get; }

    public IReadOnlyList<ShopCampaign> Campaigns { get; }

    public int[] CampaignTerms { get; }

    public int[] Towns { get; }

    public int[] Countries { get; }

    public int[] AgeBands { get; }

    public int[] Stores { get; }

    public int[] Searches { get; }

    public int[] Sectors { get; }

    public int[] Sizes { get; }

    public int[] Fairs { get; }

    /// <summary>The mailings to lapsed customers, each with a control arm.</summary>
    public IReadOnlyList<ShopCampaign> WinBacks { get; }

    public int[] WinBackTerms { get; }

    /// <summary>The control arm, then the treated one.</summary>
    public int[] Arms { get; }

    /// <summary>The texts that do not depend on the number of accounts.</summary>
    public IReadOnlyList<string> Texts => _list.Texts;

    /// <summary>The category of each of <see cref="Texts"/>; 0 for none.</summary>
    public IReadOnlyList<int> Categories => _list.Categories;

    /// <summary>The term of a block's account.</summary>
    public int AccountTerm(int block) => _list.Texts.Count + block;
}
