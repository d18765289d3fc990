using Parcours.Domain.Facts;
using Parcours.Domain.Lifecycles;

namespace Parcours.Web.Customers;

/// <summary>Channels as people name them.</summary>
public static class ChannelWords
{
    /// <summary>A channel; none is all of them.</summary>
    public static LocalText Of(Channel channel) => channel switch
    {
        Channel.None => new("every channel", "tous les canaux"),
        Channel.Email => new("e-mail", "e-mail"),
        Channel.Sms => new("text message", "SMS"),
        Channel.Push => new("push message", "notification"),
        Channel.Phone => new("telephone", "téléphone"),
        Channel.Post => new("post", "courrier"),
        Channel.Social => new("social networks", "réseaux sociaux"),
        Channel.Chat => new("chat", "messagerie"),
        Channel.Web => new("site", "site"),
        Channel.App => new("app", "application"),
        Channel.Store => new("store", "magasin"),
        Channel.Marketplace => new("marketplace", "place de marché"),
        Channel.Ads => new("advertising", "publicité"),
        Channel.Sales => new("sales representative", "commercial"),
        _ => new(channel.ToString(), channel.ToString()),
    };
}
