namespace Parcours.Domain.Histories;

/// <summary>The values of one property for a run of facts, as they are read: each different text is kept once.</summary>
public sealed class PropertyValues
{
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    internal List<long> FactIds { get; } = [];

    /// <summary>For each fact, the place of its text in <see cref="Texts"/>.</summary>
    internal List<int> Places { get; } = [];

    internal List<string> Texts { get; } = [];

    /// <summary>Adds the value of a fact.</summary>
    /// <param name="factId">Its store sequence, after those added before.</param>
    /// <param name="text">Its value; not empty.</param>
    public void Add(long factId, string text)
    {
        if (!_known.TryGetValue(text, out int place))
        {
            _known[text] = place = Texts.Count;
            Texts.Add(text);
        }

        FactIds.Add(factId);
        Places.Add(place);
    }
}
