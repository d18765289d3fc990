namespace Parcours.Engine.Samples;

/// <summary>The words customers use.</summary>
internal static class SampleTexts
{
    /// <summary>Reviews, by stars from 1.</summary>
    public static readonly string[] Reviews =
    [
        "Très déçue, la couleur ne correspond pas à la photo.",
        "Qualité moyenne pour le prix.",
        "Correct, sans plus.",
        "Joli et bien emballé, livraison rapide.",
        "Superbe, je recommande les yeux fermés !",
    ];

    /// <summary>Complaints.</summary>
    public static readonly string[] Complaints =
    [
        "Colis arrivé abîmé.",
        "Article manquant dans le colis.",
        "Taille qui ne correspond pas au guide.",
        "Remboursement toujours pas reçu.",
        "Livraison en retard.",
    ];
}
