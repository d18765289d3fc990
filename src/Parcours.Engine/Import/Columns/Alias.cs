namespace Parcours.Engine.Import.Columns;

/// <summary>The headers that mean a column, in ranks: a header of an earlier rank wins; two of one rank are a doubt.</summary>
/// <param name="Column">The column.</param>
/// <param name="Ranks">For each rank, plain headers separated by spaces (see <see cref="HeaderText.Plain"/>).</param>
internal sealed record Alias(Column Column, params string[] Ranks)
{
    private readonly string[][] _words = [.. Ranks.Select(rank => rank.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>The headers of each rank.</summary>
    public IReadOnlyList<string[]> Words => _words;
}
