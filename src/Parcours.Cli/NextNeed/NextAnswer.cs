using Parcours.Cli.Frame;
using Parcours.Engine.NextNeed;

namespace Parcours.Cli.NextNeed;

/// <summary>Answers for people or for machines.</summary>
internal sealed class NextAnswer(VerbRun run, PurchasedBaskets bought)
{
    public void CustomerOrBacktest(NextNeedModel model, int subject, int count)
    {
        if (subject < 0)
        {
            Backtest(model);
            return;
        }

        CustomerNeeds needs = model.Of(subject, count);
        if (run.Json)
        {
            run.WriteJson(json => new NextJson(json, bought).Customer(model, needs));
        }
        else
        {
            new NextPage(run, bought).Customer(needs);
        }
    }

    public void Pairs(NeedPairs pairs, int top)
    {
        if (run.Json)
        {
            run.WriteJson(json => new NextJson(json, bought).PairsAnswer(pairs, top));
        }
        else
        {
            new NextPage(run, bought).Pairs(pairs, top);
        }
    }

    public void Overview(NextNeedFigures figures, int top)
    {
        if (run.Json)
        {
            run.WriteJson(json => new NextJson(json, bought).Overview(figures, top));
        }
        else
        {
            new NextPage(run, bought).Overview(figures, top);
        }
    }

    private void Backtest(NextNeedModel model)
    {
        if (run.Json)
        {
            run.WriteJson(json => new NextJson(json, bought).BacktestAnswer(model));
        }
        else
        {
            new NextPage(run, bought).Backtest(model.ProductBacktest, model.CategoryBacktest);
        }
    }
}
