using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Samples.Draws;

namespace Parcours.Engine.Samples;

/// <summary>What is known of a customer from the start: country, town, age band, account, and the customer area opened.</summary>
internal sealed class Profiles(Shop shop, FactBuffer facts)
{
    /// <summary>Draws the profile.</summary>
    public void Live(in Person person)
    {
        var draw = Draw.Of(shop.Key, person.Number, Concern.Profile);
        int day = (int)person.Arrival;
        int second = ShopHours.SecondOf(person.Arrival - day);
        Instant at = shop.Clock.At(day, second);
        ShopTerms terms = shop.Terms;
        int country = draw.Happens(0.9) ? 0 : draw.Between(1, FrenchNames.Countries.Length - 1);
        facts.Add(FactKind.AttributeChanged, at, terms.Words.Country, terms.Countries[country]).Payload = ShopPayload.Person;
        if (country == 0)
        {
            facts.Add(FactKind.AttributeChanged, at, terms.Words.City, terms.Towns[person.Town]);
        }

        if (draw.Happens(0.4))
        {
            int band = (int)((draw.Unit() + draw.Unit()) / 2 * FrenchNames.AgeBands.Length);
            facts.Add(FactKind.AttributeChanged, at, terms.Words.AgeBand, terms.AgeBands[band]);
        }

        if (person.Account >= 0)
        {
            facts.Add(FactKind.AttributeChanged, at, terms.Words.Account, terms.AccountTerm(person.Account));
        }

        if (draw.Happens(0.2))
        {
            facts.Add(FactKind.Registration, shop.Clock.At(day, second + 380), terms.Words.CustomerArea, 0, person.Screen).Payload = ShopPayload.Person;
        }
    }
}
