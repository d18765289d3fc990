namespace Parcours.Engine.Samples;

/// <summary>Who the shop's customers are: common first and last names, towns by weight, age bands.</summary>
internal static class FrenchNames
{
    public static readonly string[] First =
        ("Marie Camille Léa Manon Chloé Emma Julie Sarah Laura Pauline Mathilde Marion Anaïs Lucie Inès Clara Charlotte Élise Jeanne Louise Alice Juliette Zoé Lina " +
        "Nathalie Isabelle Sylvie Catherine Martine Françoise Valérie Christine Sandrine Véronique Céline Aurélie Émilie Sophie Hélène Claire Nadia Fatima Yasmine Aïcha " +
        "Jean Pierre Michel Philippe Alain Nicolas Julien Thomas Alexandre Antoine Maxime Lucas Hugo Louis Gabriel Arthur Jules Raphaël Adam Paul Mohamed Karim Mehdi " +
        "Olivier Christophe Stéphane Laurent David Sébastien Frédéric Vincent Romain Guillaume Benoît Quentin Rémi Théo Nathan Samuel Étienne Loïc Yann Gaël").Split(' ');

    public static readonly string[] Last =
        ("Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont " +
        "Lambert Fontaine Rousseau Vincent Muller Lefevre Faure André Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément " +
        "Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas " +
        "Brunet Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier " +
        "Philippe Bourgeois Pierre Benoit Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin " +
        "Benali Diallo Nguyen Traoré Haddad Da-Silva Ferreira Le-Gall Le-Goff Kervella").Split(' ');

    /// <summary>Towns; the first <see cref="StoreCount"/> have a store.</summary>
    public static readonly string[] Towns =
        ("Paris Lyon Marseille Lille Bordeaux Nantes Toulouse Strasbourg Rennes Montpellier Nice Grenoble Dijon Angers Reims Toulon Brest Tours Limoges Amiens Metz Besançon " +
        "Orléans Rouen Mulhouse Caen Nancy Perpignan Avignon Poitiers La-Rochelle Pau Annecy Chambéry Quimper Vannes Bayonne Ajaccio").Split(' ');

    /// <summary>How many towns have a store.</summary>
    public const int StoreCount = 10;

    public static readonly string[] AgeBands = ["18-24", "25-34", "35-44", "45-54", "55-64", "65+"];

    /// <summary>Countries; nine customers of ten live in the first.</summary>
    public static readonly string[] Countries = ["FR", "BE", "CH", "LU"];

    public static readonly string[] Companies =
        ("Ateliers Brasserie Groupe Maison Hôtel Conserverie Imprimerie Laboratoires Transports Menuiserie Domaine Clinique Librairie Fonderie Studio").Split(' ');
}
