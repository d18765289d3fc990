using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;
using Parcours.Engine.Workspaces;

namespace Parcours.Storage.Stores;

/// <summary>A made-up file: the same number gives the same calls in the same order, whatever happened before.</summary>
/// <param name="Name">The source's name.</param>
/// <param name="Lines">How many lines.</param>
/// <param name="Seed">What it is drawn from: two files of one seed share the lines they both have.</param>
/// <param name="FirstLine">Where the file starts in its endless series of lines.</param>
internal sealed record MadeFacts(string Name, int Lines, int Seed = 7, int FirstLine = 0)
{
    internal ImportSource Source => new(Name, "facts", $"{Seed}-{FirstLine}-{Lines}");

    /// <summary>Imports the whole file.</summary>
    internal ImportCounts ImportInto(IWorkspaceStore store)
    {
        using IImportSession session = store.BeginImport(Source);
        return ImportInto(session);
    }

    /// <summary>Says the whole file to a session, and seals it.</summary>
    internal ImportCounts ImportInto(IImportSession session, Action<int>? told = null)
    {
        ImportCounts counts = SayTo(session, told);
        session.Seal(counts);
        return counts;
    }

    /// <summary>Says the whole file to a session.</summary>
    internal ImportCounts SayTo(IImportSession session, Action<int>? told = null)
    {
        long stored = 0;
        long quarantined = 0;
        for (int line = FirstLine; line < FirstLine + Lines; line++)
        {
            told?.Invoke(line);
            var random = new Random((Seed * 1_000_003) + line);
            if (random.Next(50) == 0)
            {
                session.Quarantine(line + 2, "the date is not one", $"line {line}");
                quarantined++;
                continue;
            }

            StoredFact fact = FactOf(session, line, random);
            if (!session.Knows(fact.MessageId))
            {
                session.Add(fact);
                stored++;
            }
        }

        return new ImportCounts(Lines, stored, Lines - stored - quarantined, quarantined, 0, 0, 0);
    }

    private StoredFact FactOf(IImportSession session, int line, Random random)
    {
        int person = random.Next(1 + (Lines / 8));
        int identity = session.IdentityOf(IdentityKind.Customer, $"C{person:D5}");
        if (random.Next(4) == 0)
        {
            session.Join(identity, session.IdentityOf(IdentityKind.Email, $"c{person}@example.org"));
        }

        int product = random.Next(40);
        int item = session.TermOf($"product {product}");
        if (random.Next(10) == 0)
        {
            session.Product(item, session.TermOf($"category {product % 5}"), random.Next(2) == 0 ? null : $"{{\"size\":{random.Next(9)}}}");
        }

        FactKind kind = random.Next(8) switch
        {
            0 => FactKind.Order,
            1 => FactKind.Visit,
            2 => FactKind.AttributeChanged,
            3 => session.CustomKindOf($"custom_{random.Next(3)}"),
            _ => FactKind.OrderLine,
        };
        FactFlags flags = kind == FactKind.AttributeChanged && random.Next(2) == 0 ? FactFlags.Undated : FactFlags.DateOnly;
        var at = new Instant(Instant.FromUtc(2024, 1, 1).Micros + (random.Next(60) * Instant.MicrosPerDay));
        byte currency = FactKinds.IsMoney(kind) ? (byte)1 : (byte)0;
        Extra extra = random.Next(6) == 0
            ? new Extra(random.Next(2) == 0 ? Instant.Never : new Instant(at.Micros + 5), random.Next(2) == 0 ? -1 : identity, 1000 * random.Next(1, 4))
            : Extra.None;
        UInt128 message = new((ulong)random.NextInt64(long.MinValue, long.MaxValue), (ulong)line);
        return new StoredFact(
            identity,
            new Fact(at, random.Next(-500, 10_000), item, kind, currency, Fact.Pack((Channel)random.Next(5), flags)),
            random.Next(3) == 0 ? random.Next(1, int.MaxValue) : 0,
            message,
            extra,
            random.Next(3) == 0 ? $"order {line}" : null,
            random.Next(3) == 0 ? $$"""{"Note":"é{{line % 3}}","weight":"{{line % 7}},5"}""" : null);
    }
}
