using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Import.Feeding;

/// <summary>
/// The reading side's way out: gathers rows into batches for the store's side, and numbers identities and terms on its own so that
/// it never waits for the store.
/// </summary>
internal sealed class Feed
{
    private readonly Func<FeedBatch, FeedBatch> _handOver;
    private readonly NumberedTexts[] _identities = [.. Enum.GetValues<IdentityKind>().Select(_ => new NumberedTexts())];
    private readonly NumberedTexts _terms = new();
    private readonly NumberedTexts _kinds = new();
    private readonly HashSet<(int, int)> _joined = [];
    private FeedBatch _batch = new();
    private int _identityCount;
    private bool _lineOpen;

    /// <summary>Starts a way out.</summary>
    /// <param name="source">The kind of file and the source's name: the root of all message ids.</param>
    /// <param name="expectedLines">About how many lines are to come.</param>
    /// <param name="handOver">Takes a full batch and gives an empty one.</param>
    public Feed(string source, long expectedLines, Func<FeedBatch, FeedBatch> handOver)
    {
        _handOver = handOver;
        Ids = new MessageIds(source);
        Occurrences = new Occurrences(expectedLines);
        _terms.TryAdd(string.Empty, 0);
    }

    /// <summary>Makes the message ids of this source.</summary>
    public MessageIds Ids { get; }

    /// <summary>The ids of this file so far.</summary>
    public Occurrences Occurrences { get; }

    /// <summary>Lines read, told to the store's side with each batch.</summary>
    public long LinesRead { get; set; }

    /// <summary>Bytes read, told to the store's side with each batch.</summary>
    public long BytesRead { get; set; }

    /// <summary>Whether this file named an identity before.</summary>
    public bool Names(IdentityKind kind, ReadOnlySpan<char> key) => _identities[(int)kind].TryFind(key, out _);

    /// <summary>The number of an identity in this file.</summary>
    public int Identity(IdentityKind kind, ReadOnlySpan<char> key)
    {
        NumberedTexts keys = _identities[(int)kind];
        if (keys.TryFind(key, out int number))
        {
            return number;
        }

        number = _identityCount++;
        string text = keys.TryAdd(key, number);
        ref FeedRow row = ref Next(FeedStep.Identity);
        row.Who = number;
        row.Other = (int)kind;
        row.Text = text;
        return number;
    }

    /// <summary>The number of a text in this file; 0 for the empty one.</summary>
    public int Term(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || _terms.TryFind(text, out int number))
        {
            return text.IsEmpty ? 0 : _terms.Last;
        }

        number = _terms.Count;
        string kept = _terms.TryAdd(text, number);
        ref FeedRow row = ref Next(FeedStep.Term);
        row.Who = number;
        row.Text = kept;
        return number;
    }

    /// <summary>The kind of a named custom fact, numbered for this file.</summary>
    public FactKind Kind(string name)
    {
        if (!_kinds.TryFind(name, out int number))
        {
            number = _kinds.Count;
            _kinds.TryAdd(name, number);
            Next(FeedStep.Kind).Text = name;
        }

        return FactKind.FirstCustom + (ushort)number;
    }

    /// <summary>Says that two identities are one person, once.</summary>
    public void Join(int identity, int other)
    {
        if (identity != other && _joined.Add((identity, other)))
        {
            ref FeedRow row = ref Next(FeedStep.Join);
            row.Who = identity;
            row.Other = other;
        }
    }

    /// <summary>Says what a product is.</summary>
    public void Product(int product, int category, string? detail)
    {
        ref FeedRow row = ref Next(FeedStep.Product);
        row.Who = product;
        row.Other = category;
        row.Payload = detail;
    }

    /// <summary>The rows that follow come from the next line of the file.</summary>
    public void StartLine() => _lineOpen = true;

    /// <summary>The line is read; it counts even when it brought no fact.</summary>
    /// <param name="order">The order it belongs to; -1 for none.</param>
    public void EndLine(int order = -1)
    {
        if (_lineOpen)
        {
            ref FeedRow row = ref Next(FeedStep.Line);
            row.StartsLine = true;
            row.Order = order;
            _lineOpen = false;
        }
    }

    /// <summary>A fact of the line being read. The caller fills in what else it has.</summary>
    public ref FeedRow Fact(int who, in Fact fact, UInt128 id) => ref Next(FeedStep.Fact, who, fact, id);

    /// <summary>How much was refunded of an order up to now, as a refund of all of it. The caller fills in its link.</summary>
    public ref FeedRow Refunded(int who, in Fact fact, UInt128 id) => ref Next(FeedStep.Refunded, who, fact, id);

    /// <summary>A fact that equal lines of the file say once: false when it was already said.</summary>
    public bool IsFirst(UInt128 id) => Occurrences.Next(id) == 0;

    /// <summary>An order met for the first time.</summary>
    public void OpenOrder(int order, int who, int link, UInt128 id)
    {
        ref FeedRow row = ref Next(FeedStep.OrderOpened);
        row.Order = order;
        row.Who = who;
        row.Link = link;
        row.Id = id;
    }

    /// <summary>An order, whole, at the end of the file.</summary>
    public ref FeedRow CloseOrder(int order, int who, in Fact fact, UInt128 id)
    {
        ref FeedRow row = ref Next(FeedStep.OrderClosed);
        row.Order = order;
        row.Who = who;
        row.Fact = fact;
        row.Id = id;
        return ref row;
    }

    /// <summary>A line that is about nobody, with what is to be kept of it.</summary>
    public void Record(UInt128 id, string text)
    {
        ref FeedRow row = ref Next(FeedStep.Record);
        row.StartsLine = _lineOpen;
        _lineOpen = false;
        row.Id = id;
        row.Text = text;
    }

    /// <summary>Puts the line being read aside.</summary>
    public void Reject(long line, Rejection rejection, string reason, string raw)
    {
        _lineOpen = false;
        ref FeedRow row = ref Next(FeedStep.Rejected);
        row.Line = line;
        row.Other = (int)rejection;
        row.Text = reason;
        row.Payload = raw;
    }

    /// <summary>Hands over what is left.</summary>
    public void Flush()
    {
        _batch.LinesRead = LinesRead;
        _batch.BytesRead = BytesRead;
        _batch = _handOver(_batch);
    }

    private ref FeedRow Next(FeedStep step, int who, in Fact fact, UInt128 id)
    {
        ref FeedRow row = ref Next(step);
        row.StartsLine = _lineOpen;
        _lineOpen = false;
        row.Who = who;
        row.Fact = fact;
        row.Id = id;
        return ref row;
    }

    private ref FeedRow Next(FeedStep step)
    {
        if (_batch.Count == FeedBatch.Capacity)
        {
            Flush();
        }

        ref FeedRow row = ref _batch.Rows[_batch.Count++];
        row = default;
        row.Step = step;
        row.Order = -1;
        row.Other = -1;
        row.Extra = Extra.None;
        return ref row;
    }
}
