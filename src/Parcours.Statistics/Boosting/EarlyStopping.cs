namespace Parcours.Statistics.Boosting;

/// <summary>Watches the loss of rows held back while trees are added, and remembers after which tree it was lowest.</summary>
internal sealed class EarlyStopping
{
    private readonly BinnedTable _table;
    private readonly Loss _loss;
    private readonly double[] _scores;
    private readonly BoostingOptions _options;
    private double _lowest;
    private int _count;

    public EarlyStopping(BinnedTable table, Loss loss, double[] scores, BoostingOptions options)
    {
        _table = table;
        _loss = loss;
        _options = options;
        _scores = scores;
        _lowest = loss.Mean(_scores, options.Threads);
    }

    /// <summary>How many trees to keep.</summary>
    public int BestCount { get; private set; }

    public bool IsOver => _count - BestCount >= _options.Patience;

    public void Add(Tree tree)
    {
        tree.AddTo(_table, _scores);
        _count++;
        double loss = _loss.Mean(_scores, _options.Threads);
        if (loss < _lowest)
        {
            (_lowest, BestCount) = (loss, _count);
        }
    }
}
