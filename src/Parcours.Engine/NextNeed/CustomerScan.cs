namespace Parcours.Engine.NextNeed;

/// <summary>The needs of every customer with a basket, in the order of the base: computed in parallel, a block after another, so that memory holds one block.</summary>
internal static class CustomerScan
{
    private const int Block = 4096;

    public static IEnumerable<CustomerNeeds> Of(NextNeedModel model, int count, Action<double>? progress)
    {
        int subjects = model.Bought.Histories.SubjectCount;
        var block = new CustomerNeeds?[Block];
        for (int start = 0; start < subjects; start += Block)
        {
            int length = Math.Min(Block, subjects - start);
            int first = start;
            Parallel.For(0, length, i => block[i] = model.Bought.HasBasket(first + i) ? model.Of(first + i, count) : null);
            for (int i = 0; i < length; i++)
            {
                if (block[i] is { } needs)
                {
                    yield return needs;
                }
            }

            progress?.Invoke((double)(start + length) / subjects);
        }
    }
}
