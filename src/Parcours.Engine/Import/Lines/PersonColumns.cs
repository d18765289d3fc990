using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Reading;

namespace Parcours.Engine.Import.Lines;

/// <summary>Reads who a line is about: the strongest of customer, e-mail, phone and loyalty card; the others it names are the same person.</summary>
internal sealed class PersonColumns
{
    private static readonly (Column Column, IdentityKind Kind)[] Strongest =
    [
        (Column.Customer, IdentityKind.Customer), (Column.Email, IdentityKind.Email), (Column.Phone, IdentityKind.Phone), (Column.LoyaltyCard, IdentityKind.LoyaltyCard),
    ];

    private readonly (int Field, IdentityKind Kind)[] _fields;
    private readonly Feed _feed;
    private readonly ErasedKeys _erased;
    private readonly char[] _key = new char[512];

    public PersonColumns(LineContext context)
    {
        _feed = context.Feed;
        _erased = context.Erased;
        _fields = [.. Strongest.Where(pair => context.Map.Has(pair.Column)).Select(pair => (context.Map[pair.Column], pair.Kind))];
    }

    /// <summary>What kind of key the line names its person by.</summary>
    public IdentityKind Kind { get; private set; }

    /// <summary>Why the line last read names nobody that it may name.</summary>
    public Rejection Refusal { get; private set; }

    /// <summary>Whether the line names somebody who may be named; the key is normalised.</summary>
    public bool TryRead(RowReader row, out ReadOnlySpan<char> key)
    {
        foreach ((int field, IdentityKind kind) in _fields)
        {
            key = Normal(row[field], kind);
            if (!key.IsEmpty)
            {
                Kind = kind;
                Refusal = Rejection.Erased;
                return _erased.IsEmpty || !NamesErased(row, ref key);
            }
        }

        key = default;
        Refusal = Rejection.NoCustomer;
        return false;
    }

    private bool NamesErased(RowReader row, ref ReadOnlySpan<char> key)
    {
        foreach ((int field, IdentityKind kind) in _fields)
        {
            ReadOnlySpan<char> other = Normal(row[field], kind);
            if (!other.IsEmpty && !_feed.Names(kind, other) && _erased.Contains(kind, other))
            {
                return true;
            }
        }

        key = Normal(row[_fields.First(field => field.Kind == Kind).Field], Kind); // its letters stood where the others were read
        return false;
    }

    /// <summary>The person of the line just read, joined with its other keys.</summary>
    public int Take(RowReader row, ReadOnlySpan<char> key)
    {
        int who = _feed.Identity(Kind, key);
        if (_fields.Length > 1)
        {
            Join(row, who);
        }

        return who;
    }

    private void Join(RowReader row, int who)
    {
        IdentityKind strongest = Kind;
        foreach ((int field, IdentityKind kind) in _fields)
        {
            if (kind > strongest)
            {
                ReadOnlySpan<char> other = Normal(row[field], kind);
                if (!other.IsEmpty)
                {
                    _feed.Join(who, _feed.Identity(kind, other));
                }
            }
        }
    }

    private ReadOnlySpan<char> Normal(ReadOnlySpan<char> text, IdentityKind kind)
    {
        text = text.Trim();
        return text.Length is 0 or > 500 ? default : IdentityText.Normal(text, kind, _key, guestIsZero: _fields.Length > 1);
    }
}
