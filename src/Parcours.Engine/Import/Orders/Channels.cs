using Parcours.Domain.Facts;
using Parcours.Engine.Import.Columns;

namespace Parcours.Engine.Import.Orders;

/// <summary>The words that name a channel, in English and French.</summary>
internal static class Channels
{
    private static readonly Dictionary<string, Channel> Words = Read(
        (Channel.Web, "web online internet site siteweb website ecommerce enligne onlinestore eshop shopifydraftorder desktop browser"),
        (Channel.App, "app mobile mobileapp application appli ios android iphone"),
        (Channel.Store, "store magasin boutique shop pos retail instore enmagasin pointdevente physique caisse"),
        (Channel.Phone, "phone telephone call callcenter tel"),
        (Channel.Email, "email mail courriel emailing newsletter"),
        (Channel.Sms, "sms text texto"),
        (Channel.Push, "push webpush notification"),
        (Channel.Post, "post postal courrier letter mailorder vpc"),
        (Channel.Social, "social facebook instagram tiktok twitter pinterest reseauxsociaux"),
        (Channel.Chat, "chat whatsapp messenger livechat"),
        (Channel.Marketplace, "marketplace amazon ebay cdiscount fnac etsy placedemarche"),
        (Channel.Ads, "ads ad advertising publicite pub display sea"),
        (Channel.Sales, "sales commercial salesrep representative representant vendeur b2b"));

    /// <summary>The channel a text names; <see cref="Channel.None"/> when it names none we know.</summary>
    public static Channel Of(ReadOnlySpan<char> text) => text.IsEmpty ? Channel.None : Words.GetValueOrDefault(HeaderText.Plain(text));

    private static Dictionary<string, Channel> Read(params (Channel Channel, string Words)[] lists) =>
        lists.SelectMany(list => list.Words.Split(' ').Select(word => (word, list.Channel))).ToDictionary(pair => pair.word, pair => pair.Channel, StringComparer.Ordinal);
}
