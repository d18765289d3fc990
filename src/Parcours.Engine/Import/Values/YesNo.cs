using Parcours.Engine.Import.Columns;

namespace Parcours.Engine.Import.Values;

/// <summary>The words for yes and no, in English and French.</summary>
internal static class YesNo
{
    /// <summary>True, false, or null when the text says neither.</summary>
    public static bool? Read(ReadOnlySpan<char> text) => text.IsEmpty ? null : HeaderText.Plain(text) switch
    {
        "yes" or "y" or "true" or "1" or "oui" or "o" or "vrai" or "x" or "ok" or "on" or "optin" or "subscribed" or "inscrit" or "abonne" or "active" or "accepte" or "granted" => true,
        "no" or "n" or "false" or "0" or "non" or "faux" or "off" or "optout" or "unsubscribed" or "desinscrit" or "desabonne" or "refuse" or "refused" or "denied" or "neversubscribed"
            or "cleaned" or "blacklisted" => false,
        _ => null,
    };
}
