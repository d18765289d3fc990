using System.Security.Cryptography;
using System.Text;
using Parcours.Domain.Facts;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;

namespace Parcours.Engine.Samples;

/// <summary>Writes a shop into a store, block by block: customers, then their account. What the store knows already is left out.</summary>
internal sealed class ShopImport
{
    private readonly Shop _shop;
    private readonly IImportSession _session;
    private readonly IProgress<SampleProgress>? _progress;
    private readonly ShopPayloads _payloads;
    private readonly FactBuffer _facts;
    private readonly int[] _terms;
    private readonly int[] _stakeholders = new int[Block.MostStakeholders];
    private long _read;
    private long _stored;
    private long _orders;
    private long _refunds;

    public ShopImport(Shop shop, IImportSession session, IProgress<SampleProgress>? progress)
    {
        _shop = shop;
        _session = session;
        _progress = progress;
        _payloads = new ShopPayloads(shop);
        _facts = new FactBuffer(shop);
        _terms = new int[shop.Terms.Texts.Count];
    }

    /// <summary>What makes two imports of a shop the same.</summary>
    public static ImportSource SourceOf(Shop shop)
    {
        byte[] options = SHA256.HashData(Encoding.UTF8.GetBytes(ShopTruthDocument.Of(shop)));
        return new ImportSource("sample shop", "facts", Convert.ToHexStringLower(options));
    }

    /// <summary>Draws everything, then seals.</summary>
    public ImportCounts Run(CancellationToken cancellation)
    {
        if (!_shop.Options.OrdersOnly)
        {
            Products();
        }

        var customers = new CustomerLife(_shop, _facts);
        var accounts = new AccountLife(_shop, _facts);
        for (int block = 0; block < Block.CountOf(_shop); block++)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = Block.CustomersIn(_shop, block);
            for (int place = 0; place < count; place++)
            {
                int customer = (block * Block.Customers) + place;
                customers.Live(customer);
                int identity = Customer(customer);
                Add(identity, customer);
                if (place < _stakeholders.Length)
                {
                    _stakeholders[place] = identity;
                }
            }

            if (!_shop.Options.OrdersOnly)
            {
                accounts.Live(block);
                Add(_session.IdentityOf(IdentityKind.Account, ShopKeys.Account(block)), -1 - block);
            }

            _progress?.Report(new((block * Block.Customers) + count, _read));
        }

        var counts = new ImportCounts(_read, _stored, _read - _stored, 0, Block.SubjectsOf(_shop), _orders, _refunds);
        _session.Seal(counts);
        return counts;
    }

    private void Products()
    {
        IReadOnlyList<ShopProduct> products = Catalogue.Products;
        for (int i = 0; i < products.Count; i++)
        {
            int product = _shop.Terms.Products[i];
            _session.Product(TermOf(product), TermOf(_shop.Terms.Categories[product]), ShopPayloads.Product(products[i]));
        }
    }

    private int Customer(int customer)
    {
        int identity = _session.IdentityOf(IdentityKind.Customer, ShopKeys.Customer(customer));
        if (_facts.Has(FactKind.OptIn, _shop.Terms.Words.Marketing))
        {
            _session.Join(identity, _session.IdentityOf(IdentityKind.Email, _payloads.Email(customer)));
        }

        return identity;
    }

    private void Add(int identity, long subject)
    {
        foreach (ref readonly ShopFact fact in _facts.Facts)
        {
            _read++;
            _orders += fact.Fact.Kind == FactKind.Order ? 1 : 0;
            _refunds += fact.Fact.Kind == FactKind.Refund ? 1 : 0;
            UInt128 id = _facts.MessageIdOf(fact);
            if (_session.Knows(id))
            {
                continue;
            }

            _stored++;
            Fact hot = fact.Fact;
            long value = FactKinds.HasTermValue(hot.Kind) ? TermOf((int)hot.Value) : hot.Value;
            string? link = OpensLink(hot.Kind) ? ShopKeys.Link(subject, fact.LinkType, fact.LinkNumber) : null;
            int actor = fact.Actor < 0 ? -1 : _stakeholders[fact.Actor];
            _session.Add(new StoredFact(
                identity, hot with { Item = TermOf(hot.Item), Value = value }, fact.Link, id, fact.ExtraWith(actor), link, _payloads.Of(subject, fact)));
        }
    }

    // The text of a link is kept once, by the fact that opens it.
    private static bool OpensLink(FactKind kind) => kind is FactKind.Order or FactKind.Complaint or FactKind.DealCreated or FactKind.Contract;

    private int TermOf(int term)
    {
        if (term >= _terms.Length)
        {
            return _session.TermOf(ShopKeys.Account(term - _terms.Length));
        }

        if (_terms[term] == 0 && term != 0)
        {
            _terms[term] = _session.TermOf(_shop.Terms.Texts[term]);
        }

        return _terms[term];
    }
}
