using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Parcours.Engine.Import;

public sealed class SoupTests
{
    private static readonly string[] Pieces =
        ["1", "2", "ann@shop.com", ",", ",", ",", "\n", "\n", "\"", "\"\"", "2020-01-01", "12/13/2010", "31/12/1969", "12.50", "-3", "1e999", "€", "é", "\0", "\r", "\r\n", "=1+1", "A1", " ", ";", "NULL", "\ufffd", "𝕏"];

    private static readonly string[] Headers =
        ["customer,date,amount", "order,customer,date,product,quantity,price", "Name,Email,Financial Status,Created at,Total,Lineitem name,Lineitem quantity,Lineitem price,Refunded Amount,Cancelled at"];

    [Fact]
    public void Any_soup_is_accounted_for_and_never_throws()
    {
        var soup = Gen.Elements(Pieces).ArrayOf().Select(string.Concat);
        var rows = Gen.Elements("1,2020-01-01,5\n", "A,1,2020-01-01,pen,2,3\n", "A,2,2020-01-01,pen,-2,3\n", "S1,a@b.c,paid,2020-01-01,5,Mug,1,5,0,\n").ArrayOf().Select(string.Concat);
        Gen<(string Header, string Body, byte[] Bytes)> files =
            from header in Gen.Elements(Headers)
            from first in rows
            from middle in soup
            from last in rows
            from bytes in Gen.Elements<byte[]>([], [0xFF], [0xC3, 0x28], [0xE9])
            select (header, first + middle + last, bytes);

        Prop.ForAll(Arb.From(files), file =>
        {
            using var shop = new Shop();
            byte[] bytes = [.. Encoding.UTF8.GetBytes(file.Header + "\n" + file.Body), .. file.Bytes];
            string path = shop.Write(bytes);
            ImportOutcome once = shop.ImportFile(path, request => request with { Force = true });
            if (once.Counts is not { } counts)
            {
                return once.Refusal is not null;
            }

            ImportCounts again = shop.ImportFile(path, request => request with { Force = true }).Counts!;
            return counts.Read == counts.Stored + counts.Duplicates + counts.Quarantined
                && again.Read == counts.Read && again.Stored == 0 && again.Quarantined == counts.Quarantined
                && again.Customers == counts.Customers && again.Orders == counts.Orders && again.Refunds == counts.Refunds;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Order_of_lines_does_not_matter_to_what_is_stored()
    {
        string[] lines = ["A,1,2020-01-01,pen,2,3", "A,1,2020-01-01,pen,2,3", "B,2,2020-01-02,ink,1,4", "A,1,2020-01-01,paper,1,5", "C,1,2020-01-03,pen,-1,3"];
        const string header = "order,customer,date,product,quantity,price\n";
        using var expected = new Shop();
        expected.Import(header + string.Join('\n', lines));
        var whole = expected.Store.Facts.Select(fact => (fact.MessageId, fact.Fact.Value)).ToHashSet();

        Prop.ForAll(Arb.From(Gen.Shuffle(lines)), shuffled =>
        {
            using var shop = new Shop();
            shop.Import(header + string.Join('\n', shuffled));
            return whole.SetEquals(shop.Store.Facts.Select(fact => (fact.MessageId, fact.Fact.Value)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));
    }
}
