using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Engine.Answers;
using Parcours.Statistics.Recommendation;

namespace Parcours.Engine.NextNeed;

/// <summary>How machines read next need. The shape is fixed; members may be added.</summary>
/// <param name="json">Where to.</param>
/// <param name="bought">What was bought.</param>
public sealed class NextJson(Utf8JsonWriter json, PurchasedBaskets bought)
{
    /// <summary>Writes what a customer will want next.</summary>
    public void Customer(NextNeedModel model, CustomerNeeds needs)
    {
        json.WriteString("id", bought.Histories.Subjects.KeyOf(needs.Subject));
        json.WriteString("at", bought.At.ToString());
        json.WriteString("currency", Currencies.CodeOf(bought.Histories.Currency));
        json.WriteNumber("customers_measured", model.ProductBacktest.Customers);
        Lists("categories", needs.Categories);
        Lists("products", needs.Products);
    }

    /// <summary>Writes what is bought together or next.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="top">How many of each list.</param>
    public void PairsAnswer(NeedPairs pairs, int top)
    {
        Start();
        WritePairs(pairs, top);
    }

    /// <summary>Writes how good the lists would have been.</summary>
    public void BacktestAnswer(NextNeedModel model)
    {
        Start();
        WriteBacktests(model.ProductBacktest, model.CategoryBacktest);
    }

    /// <summary>Writes the base at a glance.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="top">How many of each list of pairs.</param>
    public void Overview(NextNeedFigures figures, int top)
    {
        Start();
        WriteBacktests(figures.ProductBacktest, figures.CategoryBacktest);
        Demand("category_demand", figures.CategoryDemand);
        Demand("product_demand", figures.ProductDemand);
        WritePairs(figures.Pairs, top);
    }

    private void Start()
    {
        json.WriteString("at", bought.At.ToString());
        json.WriteString("currency", Currencies.CodeOf(bought.Histories.Currency));
        json.WriteNumber("customers", bought.Customers);
        json.WriteNumber("baskets", bought.Products.Baskets.Count);
        json.WriteNumber("products", bought.Products.Terms.Count);
        json.WriteNumber("categories", bought.Categories.Terms.Count);
    }

    private void WriteBacktests(NextItemsBacktest products, NextItemsBacktest? categories)
    {
        json.WriteString("protocol", "last_basket_held_out");
        Backtest("product_backtest", products);
        if (categories is null)
        {
            json.WriteNull("category_backtest");
        }
        else
        {
            Backtest("category_backtest", categories);
        }
    }

    private void Backtest(string name, NextItemsBacktest backtest)
    {
        json.WriteStartObject(name);
        json.WriteNumber("customers", backtest.Customers);
        json.WriteStartObject("item_model");
        json.WriteString("kind", backtest.Model.Kind switch
        {
            ItemModelKind.Cosine => "cosine",
            ItemModelKind.ConditionalProbability => "conditional_probability",
            ItemModelKind.Ridge => "ridge",
        });
        json.WriteNumber("shrinkage", backtest.Model.Shrinkage);
        json.WriteFigure("half_life_days", backtest.Model.HalfLife);
        json.WriteEndObject();
        json.WriteStartObject("personal_model");
        json.WriteFigure("half_life_days", backtest.Personal.HalfLife);
        json.WriteNumber("shrinkage", backtest.Personal.Shrinkage);
        json.WriteEndObject();
        foreach (MethodScore score in backtest.Scores)
        {
            json.WriteStartObject(score.Method switch
            {
                RankingMethod.PersonalFrequency => "personal_frequency",
                RankingMethod.ItemItem => "item_item",
                RankingMethod.BestSellers => "best_sellers",
            });
            Score("all", score.All);
            Score("new", score.New);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Score(string name, RankingScore? score)
    {
        if (score is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("customers", score.Customers);
        json.WriteFigure("recall_at_10", score.Recall);
        json.WriteFigure("recall_error", score.RecallError);
        json.WriteFigure("ndcg_at_10", score.Ndcg);
        json.WriteFigure("ndcg_error", score.NdcgError);
        json.WriteEndObject();
    }

    private void Lists(string name, NeedLists lists)
    {
        json.WriteStartObject(name);
        Needs("again", lists.Again);
        Needs("new", lists.New);
        json.WriteEndObject();
    }

    private void Needs(string name, IReadOnlyList<Need> needs)
    {
        json.WriteObjects(name, needs, need =>
        {
            Item("item", need.Term);
            json.WriteFigure("probability", need.Probability);
            Amount("expected_value", need.ExpectedValue);
            json.WriteString("reason", need.Reason.Words(bought.NameOf).En);
            switch (need.Reason)
            {
                case { Kind: NeedReasonKind.BoughtBefore } before:
                    json.WriteNumber("bought_on_days", before.Days);
                    json.WriteFigure("every_days", before.EveryDays);
                    json.WriteNumber("days_since_last", before.DaysSinceLast);
                    break;
                case { Kind: NeedReasonKind.BoughtByOthers } others:
                    json.WriteString("because", Text(others.Because));
                    json.WriteFigure("lift", others.Lift);
                    break;
            }
        });
    }

    private void Demand(string name, IReadOnlyList<NextDemand> demand)
    {
        json.WriteObjects(name, demand, wanted =>
        {
            Item("item", wanted.Term);
            json.WriteNumber("customers", wanted.Customers);
            json.WriteFigure("expected_customers", wanted.ExpectedCustomers);
            Amount("expected_value", wanted.ExpectedValue);
        });
    }

    private void WritePairs(NeedPairs pairs, int top)
    {
        json.WriteStartObject("pairs");
        json.WriteNumber("false_share", NeedPair.FalseShare);
        Pairs("unexpected", pairs.Unexpected, top);
        Pairs("products_together", pairs.ProductsTogether, top);
        Pairs("products_next", pairs.ProductsNext, top);
        Pairs("categories_together", pairs.CategoriesTogether, top);
        Pairs("categories_next", pairs.CategoriesNext, top);
        json.WriteEndObject();
    }

    private void Pairs(string name, IEnumerable<NeedPair> pairs, int top)
    {
        json.WriteStartArray(name);
        foreach (NeedPair pair in pairs.Take(top))
        {
            ItemPair figures = pair.Figures;
            json.WriteStartObject();
            Item("first", pair.First);
            Item("second", pair.Second);
            json.WriteNumber("customers", figures.Customers);
            json.WriteNumber("both", figures.Both);
            json.WriteNumber("first_count", figures.FirstCount);
            json.WriteNumber("second_count", figures.SecondCount);
            json.WriteNumber("trials", figures.Trials);
            json.WriteFigure("support", figures.Support);
            json.WriteFigure("confidence", figures.Confidence);
            json.WriteFigure("confidence_low", figures.ConfidenceInterval.Low);
            json.WriteFigure("confidence_high", figures.ConfidenceInterval.High);
            json.WriteFigure("lift", figures.Lift);
            json.WriteFigure("lift_low", figures.LiftInterval.Low);
            json.WriteFigure("lift_high", figures.LiftInterval.High);
            json.WriteNumber("p_value", figures.PValue);
            json.WriteNumber("q_value", figures.QValue);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Item(string name, int term)
    {
        json.WriteString(name, Text(term));
        json.WriteString(name + "_name", bought.NameOf(term));
        string category = Text(bought.Histories.Vocabulary.CategoryOf(term));
        json.WriteString(name + "_category", category.Length == 0 ? null : category);
    }

    private string Text(int term) => bought.Histories.Vocabulary.TextOf(term);

    private void Amount(string name, Money? amount)
    {
        if (amount is { } known)
        {
            json.WriteAmount(name, known.Minor, known.Currency);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
