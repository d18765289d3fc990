using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Indicators;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Indicators;

/// <summary>Writes the indicators for machines: each group of figures, and inside it the same a year earlier as "previous".</summary>
public sealed class IndicatorsJson(Utf8JsonWriter writer, HistoryBase histories, StageNames stages)
{
    private readonly byte _currency = histories.Currency;

    /// <summary>Writes the members of the answer.</summary>
    public void Write(IndicatorSet now, IndicatorSet before)
    {
        writer.WriteString("at", now.Window.To.ToString());
        writer.WriteString("after", now.Window.After.ToString());
        writer.WriteString("currency", Currencies.CodeOf(_currency));
        Pair("sales", now.Sales, before.Sales, Sales);
        Pair("basket_evolution", now.Baskets, before.Baskets, Baskets);
        Pair("attachment", now.Attachment, before.Attachment, Attachment);
        Pair("carts", now.Carts, before.Carts, Abandonment);
        Pair("checkouts", now.Checkouts, before.Checkouts, Abandonment);
        Categories(now, before);
        Stages(now, before);
    }

    private void Pair<T>(string name, T now, T before, Action<T> write)
    {
        writer.WriteStartObject(name);
        write(now);
        writer.WriteStartObject("previous");
        write(before);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void Sales(Sales sales)
    {
        writer.WriteNumber("subjects", sales.Subjects);
        writer.WriteNumber("customers", sales.Customers);
        writer.WriteNumber("buyers", sales.Buyers);
        writer.WriteNumber("new_customers", sales.NewCustomers);
        writer.WriteNumber("orders", sales.Orders);
        writer.WriteAmount("revenue", sales.Revenue, _currency);
        writer.WriteAmount("refunds", sales.Refunds, _currency);
        writer.WriteAmount("spend", sales.Spend, _currency);
        Basket(sales.AverageBasket);
        writer.WriteFigure("orders_per_buyer", sales.OrdersPerBuyer);
        writer.WriteNumber("other_currency", sales.OtherCurrency);
    }

    private void Baskets(BasketEvolution baskets)
    {
        writer.WriteNumber("rising", baskets.Rising);
        writer.WriteNumber("steady", baskets.Steady);
        writer.WriteNumber("falling", baskets.Falling);
        writer.WriteNumber("too_few_orders", baskets.TooFew);
    }

    private void Attachment(Attachment attachment)
    {
        writer.WriteFigure("score", attachment.Score);
        writer.WriteString("formula", Domain.Indicators.Attachment.Formula);
        writer.WriteNumber("buyers", attachment.Buyers);
        writer.WriteFigure("repeat", attachment.Repeat);
        writer.WriteFigure("breadth", attachment.Breadth);
        writer.WriteFigure("reactions", attachment.Reactions);
        writer.WriteFigure("advocacy", attachment.Advocacy);
    }

    private void Abandonment(Abandonment abandonment)
    {
        writer.WriteNumber("begun", abandonment.Begun);
        writer.WriteNumber("abandoned", abandonment.Abandoned);
        writer.WriteFigure("rate", abandonment.Rate);
    }

    private void Categories(IndicatorSet now, IndicatorSet before)
    {
        var earlier = before.Categories.ToDictionary(category => category.Category);
        writer.WriteObjects("categories", now.Categories, category =>
        {
            writer.WriteString("category", histories.Vocabulary.TextOf(category.Category));
            Category(category);
            writer.WriteStartObject("previous");
            Category(earlier.GetValueOrDefault(category.Category) ?? new(category.Category, 0, 0, 0, 0));
            writer.WriteEndObject();
        });
    }

    private void Category(FavouriteCategory category)
    {
        writer.WriteNumber("favourite_of", category.Favourites);
        writer.WriteNumber("buyers", category.Buyers);
        writer.WriteNumber("orders", category.Orders);
        writer.WriteAmount("amount", category.Amount, _currency);
    }

    private void Stages(IndicatorSet now, IndicatorSet before)
    {
        writer.WriteStartObject("baskets_by_stage");
        writer.WriteString("lifecycle", stages.Lifecycle);
        writer.WriteObjects("stages", now.Stages.Zip(before.Stages), row =>
        {
            (StageBasket current, StageBasket earlier) = row;
            writer.WriteString("id", stages.Timelines.Stages[current.Stage].Id);
            Stage(current);
            writer.WriteStartObject("previous");
            Stage(earlier);
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private void Stage(StageBasket stage)
    {
        writer.WriteNumber("subjects", stage.Subjects);
        writer.WriteNumber("orders", stage.Orders);
        writer.WriteAmount("spend", stage.Spend, _currency);
        Basket(stage.AverageBasket);
    }

    private void Basket(double minor)
    {
        if (double.IsFinite(minor))
        {
            writer.WriteAmount("average_basket", (long)Math.Round(minor, MidpointRounding.ToEven), _currency);
        }
        else
        {
            writer.WriteNull("average_basket");
        }
    }
}
