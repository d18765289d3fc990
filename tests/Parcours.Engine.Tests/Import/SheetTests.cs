using System.IO.Compression;
using Parcours.Domain.Facts;

namespace Parcours.Engine.Import;

public sealed class SheetTests : IDisposable
{
    private readonly Shop _shop = new();

    [Fact]
    public void Sheet_is_read_like_a_file_with_real_dates_and_numbers()
    {
        string path = _shop.Write(Sheet(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Client</t></is></c><c r="B1" t="inlineStr"><is><t>Date</t></is></c><c r="C1" t="inlineStr"><is><t>Montant</t></is></c></row>
            <row r="2"><c r="A2"><v>17850</v></c><c r="B2" s="1"><v>44197</v></c><c r="C2"><v>12.5</v></c></row>
            <row r="4"><c r="A4"><v>17851</v></c><c r="B4" s="1"><v>44198.5</v></c><c r="C4"><v>0.1</v></c></row>
            <row r="5"><c r="A5"><v>17852</v></c><c r="B5" t="inlineStr"><is><t>03/01/2021</t></is></c><c r="C5" t="inlineStr"><is><t>1 234,50 €</t></is></c></row>
            """), "orders.xlsx");

        ImportOutcome outcome = _shop.ImportFile(path);

        Assert.Null(outcome.Refusal);
        Assert.Equal(new ImportCounts(3, 3, 0, 0, 3, 3, 0), outcome.Counts);
        StoredFact[] orders = [.. _shop.Store.Of(FactKind.Order)];
        Assert.Equal(["17850", "17851", "17852"], orders.Select(_shop.Store.KeyOf));
        Assert.Equal([1250L, 10L, 123_450L], orders.Select(order => order.Fact.Value));
        Assert.Equal(["2021-01-01T00:00:00Z", "2021-01-02T12:00:00Z", "2021-01-03T00:00:00Z"], orders.Select(order => order.Fact.At.ToString()));
        Assert.Equal([FactFlags.DateOnly, FactFlags.None, FactFlags.DateOnly], orders.Select(order => order.Fact.Flags));
    }

    [Fact]
    public void Zip_that_is_no_sheet_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("readme.txt");
        }

        Assert.Equal("binary_file", _shop.ImportFile(_shop.Write(bytes.ToArray(), "orders.xlsx")).Refusal?.Code);
    }

    public void Dispose() => _shop.Dispose();

    private static byte[] Sheet(string rows)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            Put(zip, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Put(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{links}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{links}/styles\" Target=\"styles.xml\"/></Relationships>");
            Put(zip, "xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{links}\"><sheets><sheet name=\"Orders\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Put(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            Put(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{main}\"><dimension ref=\"A1:C5\"/><sheetData>{rows}</sheetData></worksheet>");
        }

        return bytes.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text);
    }
}
