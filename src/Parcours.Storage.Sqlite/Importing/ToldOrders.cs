using System.Runtime.InteropServices;
using Parcours.Domain.Facts;
using Parcours.Engine.Import;
using Parcours.Engine.Live;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>
/// Finds what messages told of an order: the first question reads where orders stand, 16 bytes for each fact of one, and only when any message was ever taken. The facts of files
/// are told from theirs by their ids, which are recorded; of a message only its own id is, not those of its facts.
/// </summary>
/// <param name="folder">The workspace.</param>
/// <param name="marks">Up to where facts are looked at.</param>
/// <param name="identities">Who is one person.</param>
/// <param name="recent">Ids that are not in the table of all yet.</param>
internal sealed class ToldOrders(string folder, Marks marks, IdentityMap identities, IEnumerable<UInt128> recent) : IDisposable
{
    private const string AnyMessage = "SELECT EXISTS (SELECT 1 FROM accounting WHERE stored > 0 AND key >= ?1)";
    private const string SelectPlaces = "SELECT id, identity, link, kind FROM facts WHERE id <= ?1 AND link <> 0 AND kind IN (?2, ?3, ?4, ?5, ?6, ?7) ORDER BY id";
    private const string SelectFact = "SELECT kind, value, hash FROM facts WHERE id = ?1";
    private const string SelectOfFile = "SELECT 1 FROM message_ids WHERE high = ?1";

    private static readonly FactKind[] Kinds = [FactKind.Order, FactKind.OrderLine, FactKind.Refund, FactKind.CouponUsed, FactKind.Cancellation, FactKind.Delivery];

    private Reading? _reading;

    /// <summary>What messages told of an order of a person; null for nothing.</summary>
    internal ToldOrder? Of(int identity, int link)
    {
        _reading ??= new Reading(folder, marks, recent);
        return _reading.Of(link, other => identities.AreOne(identity, other));
    }

    /// <inheritdoc/>
    public void Dispose() => _reading?.Dispose();

    private sealed class Reading : IDisposable
    {
        private readonly Database _database;
        private readonly Statement _fact;
        private readonly Statement _ofFile;
        private readonly HashSet<long> _recent; // as in the first column of the table
        private readonly Place[] _places;

        public Reading(string folder, Marks marks, IEnumerable<UInt128> recent)
        {
            _database = WorkspaceFile.OpenToRead(folder);
            _fact = _database.Prepare(SelectFact);
            _ofFile = _database.Prepare(SelectOfFile);
            _recent = [.. recent.Select(MessageIds.High)];
            _places = marks.Facts > 0 && IsAnyMessage() ? PlacesOf(marks) : [];
        }

        public ToldOrder? Of(int link, Func<int, bool> isWhose)
        {
            int at = Array.BinarySearch(_places, new Place(link, -1, -1));
            HashSet<FactKind>? kinds = null;
            long refunded = 0;
            for (at = at < 0 ? ~at : at; at < _places.Length && _places[at].Link == link; at++)
            {
                if (isWhose(_places[at].Identity) && Told(_places[at].Fact) is var (kind, value))
                {
                    (kinds ??= []).Add(kind);
                    refunded += kind == FactKind.Refund ? value : 0;
                }
            }

            return kinds is null ? null : new ToldOrder(kinds, refunded);
        }

        public void Dispose()
        {
            _fact.Dispose();
            _ofFile.Dispose();
            _database.Dispose();
        }

        private bool IsAnyMessage()
        {
            using Statement any = _database.Prepare(AnyMessage).Bind(1, AccountNumbers.BeforeImports);
            any.Step();
            return any.Int32(0) != 0;
        }

        private (FactKind Kind, long Value)? Told(long id)
        {
            _fact.Bind(1, id).Step();
            (FactKind kind, long value, long high) = ((FactKind)_fact.Int32(0), _fact.Int64(1), _fact.Int64(2) ^ long.MinValue);
            _fact.Reset();
            bool isOfFile = _recent.Contains(high) || _ofFile.Bind(1, high).Step();
            _ofFile.Reset();
            return isOfFile ? null : (kind, value);
        }

        private Place[] PlacesOf(Marks marks)
        {
            var places = new List<Place>();
            using Statement select = _database.Prepare(SelectPlaces).Bind(1, marks.Facts);
            for (int i = 0; i < Kinds.Length; i++)
            {
                select.Bind(i + 2, (ushort)Kinds[i]);
            }

            var line = (Identity: -1, Link: 0);
            while (select.Step())
            {
                (int identity, int link) = (select.Int32(1), select.Int32(2));
                bool isLine = select.Int32(3) == (ushort)FactKind.OrderLine;
                if (!isLine || line != (identity, link))
                {
                    places.Add(new Place(link, identity, select.Int64(0)));
                }

                line = isLine ? (identity, link) : default; // of the lines of an order the first says enough
            }

            Span<Place> all = CollectionsMarshal.AsSpan(places);
            all.Sort();
            return all.ToArray();
        }
    }

    private readonly record struct Place(int Link, int Identity, long Fact) : IComparable<Place>
    {
        public int CompareTo(Place other) => Link != other.Link ? Link.CompareTo(other.Link) : Fact.CompareTo(other.Fact);
    }
}
