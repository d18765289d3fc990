using System.Text;

namespace Parcours.Engine.Import;

public sealed class BadInputTests : IDisposable
{
    private const string Good = "1,2020-01-01,5\n2,2020-01-02,5\n3,2020-01-03,5\n4,2020-01-04,5\n5,2020-01-05,5\n6,2020-01-06,5\n7,2020-01-07,5\n8,2020-01-08,5\n9,2020-01-09,5\n";

    private readonly Shop _shop = new();

    [Fact]
    public void File_that_is_not_there_is_refused() => Refused("no_such_file", _shop.ImportFile("/nowhere/orders.csv"));

    [Fact]
    public void Folder_is_refused() => Refused("is_a_folder", _shop.ImportFile(Path.GetTempPath()));

    [Theory]
    [InlineData("", "empty_file")]
    [InlineData("\n\n  \n", "empty_file")]
    [InlineData("customer,date,amount\n", "header_only")]
    [InlineData("customer,date,amount", "header_only")]
    [InlineData("customer,date,amount\n\n,,\n", "header_only")]
    public void File_without_lines_is_refused(string text, string code) => Refused(code, _shop.Import(text));

    [Fact]
    public void Binary_file_is_refused()
    {
        Refused("binary_file", _shop.ImportFile(_shop.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D])));
        Refused("binary_file", _shop.ImportFile(_shop.Write([.. "PK\u0003\u0004"u8, 1, 2, 3, 4, 5, 6, 7, 8])));
        Refused("binary_file", _shop.ImportFile(_shop.Write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B, 0x4C, 0x4A, 6, 0])));
    }

    [Fact]
    public void Missing_column_names_what_was_found_and_what_to_type()
    {
        ImportRefusal refusal = Refused("column_missing", _shop.Import("client,quand,montant\n1,2020-01-01,5\n"));

        Assert.Contains("client, quand, montant", refusal.Sentence.En, StringComparison.Ordinal);
        Assert.Contains("--map date=quand", refusal.Sentence.En, StringComparison.Ordinal);
        Assert.Contains("--map date=quand", refusal.Sentence.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void Ambiguous_column_lists_the_choices()
    {
        ImportRefusal refusal = Refused("column_ambiguous", _shop.Import("customer,order_date,invoice_date,amount\n1,2020-01-01,2020-01-02,5\n"));

        Assert.Contains("--map date=order_date or --map date=invoice_date", refusal.Sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_is_heard_before_anything_is_guessed()
    {
        ImportPlan plan = _shop.Plan("customer,order_date,invoice_date,amount\n1,2020-01-01,2020-01-02,5\n", request => request with { Map = ["date=invoice_date"] });

        Assert.Contains(plan.Columns, column => column is { Column: "date", Header: "invoice_date" });
    }

    [Theory]
    [InlineData("custmer=a", "map_unknown_key", "did you mean customer?")]
    [InlineData("customer=Custmer", "map_unknown_header", "did you mean \"customer\"?")]
    [InlineData("customer", "map_malformed", "key=Header")]
    public void Wrong_map_is_refused_with_the_nearest_word(string map, string code, string expected)
    {
        ImportRefusal refusal = Refused(code, _shop.Import("customer,date,amount\n1,2020-01-01,5\n", request => request with { Map = [map] }));

        Assert.Contains(expected, refusal.Sentence.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10,2020-13-01,5", "date not readable: date = \"2020-13-01\"")]
    [InlineData("10,,5", "date not readable: date = \"\"")]
    [InlineData("10,2020-01-10,abc", "amount not readable: amount = \"abc\"")]
    [InlineData("10,2020-01-10,", "amount not readable: amount = \"\"")]
    [InlineData(",2020-01-10,5", "no customer")]
    [InlineData("NULL,2020-01-10,5", "no customer")]
    [InlineData("10,2026-03-02,5", "date in the future: date = \"2026-03-02\"")]
    [InlineData("10,1969-12-31,5", "date before 1970: date = \"1969-12-31\"")]
    [InlineData("10,2020-01-10", "not as many fields as the header")]
    [InlineData("10,2020-01-10,5,6", "not as many fields as the header")]
    [InlineData("10,2020-01-10,5\0", "NUL byte in the line")]
    [InlineData("\"10,2020-01-10,5", "a quote is opened and never closed")]
    public void Bad_line_is_put_aside_and_the_rest_goes_in(string line, string reason)
    {
        ImportOutcome outcome = _shop.Import("customer,date,amount\n" + Good[..^1] + "\n" + line + "\n11,2020-01-11,5\n12,2020-01-12,6\n");

        Assert.Null(outcome.Refusal);
        Assert.Equal(new ImportCounts(12, 11, 0, 1, 11, 11, 0), outcome.Counts);
        Assert.Equal((11, reason), (_shop.Store.Quarantined[0].Line, _shop.Store.Quarantined[0].Reason));
        Assert.Equal(line, _shop.Store.Quarantined[0].Raw);
    }

    [Fact]
    public void Unknown_currency_is_put_aside()
    {
        string text = "customer,date,amount,currency\n" + Good.Replace(",5\n", ",5,EUR\n") + "10,2020-01-10,5,XYZ\n";

        Assert.Equal(1, _shop.Import(text).Counts!.Quarantined);
        Assert.Equal("unknown currency: currency = \"XYZ\"", _shop.Store.Quarantined[0].Reason);
    }

    [Fact]
    public void Line_of_a_megabyte_is_put_aside()
    {
        string text = "customer,date,amount\n" + Good + new string('x', 1_100_000) + ",2020-01-10,5\n11,2020-01-11,5\n";

        ImportOutcome outcome = _shop.Import(text);

        Assert.Equal(new ImportCounts(11, 10, 0, 1, 10, 10, 0), outcome.Counts);
        Assert.Equal(64 * 1024, _shop.Store.Quarantined[0].Raw.Length);
        Assert.Equal(11, _shop.Store.Quarantined[0].Line);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE })]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    public void Invalid_utf8_is_put_aside(byte[] bad)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("customer,date,amount\n" + Good), .. bad, .. ",2020-01-10,5\n11,2020-01-11,5\n"u8];

        ImportOutcome outcome = _shop.ImportFile(_shop.Write(bytes));

        Assert.Equal(new ImportCounts(11, 10, 0, 1, 10, 10, 0), outcome.Counts);
        Assert.Contains("invalid UTF-8", _shop.Store.Quarantined[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_line_among_accented_utf8_is_put_aside()
    {
        string text = "client;date;montant\n" + Good.Replace(',', ';').Replace("1;2020", "Zoé;2020", StringComparison.Ordinal).Replace("2;2020", "Léa;2020", StringComparison.Ordinal);
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text), .. "Ren"u8, 0xE9, .. ";2020-01-10;5\n11;2020-01-11;5\n"u8];

        Assert.Equal(1, _shop.ImportFile(_shop.Write(bytes)).Counts!.Quarantined);
    }

    [Fact]
    public void More_than_a_tenth_put_aside_stops_the_import()
    {
        const string text = "customer,date,amount\n1,2020-01-01,5\n2,bad,5\n3,worse,5\n,2020-01-01,5\n";

        ImportOutcome outcome = _shop.Import(text);

        ImportRefusal refusal = Refused("too_many_quarantined", outcome);
        Assert.Contains("3 of 4 lines", refusal.Sentence.En, StringComparison.Ordinal);
        Assert.Contains("date not readable: 2 (line 3: 2,bad,5)", refusal.Sentence.En, StringComparison.Ordinal);
        Assert.Contains("no customer: 1 (line 5: ,2020-01-01,5)", refusal.Sentence.En, StringComparison.Ordinal);
        Assert.Empty(_shop.Store.Facts);
        Assert.Null(_shop.Store.Sealed);

        Assert.Equal(new ImportCounts(4, 1, 0, 3, 1, 1, 0), _shop.Import(text, request => request with { Force = true }).Counts);
    }

    [Fact]
    public void Exactly_a_tenth_goes_in() => Assert.Null(_shop.Import("customer,date,amount\n" + Good + "10,bad,5\n").Refusal);

    [Fact]
    public void Quarantine_file_has_line_reason_and_text_and_no_formula()
    {
        ImportOutcome outcome = _shop.Import("customer,date,amount\n" + Good + "=cmd(),bad,5\n");

        Assert.Equal("line,reason,raw\n11,\"date not readable: date = \"\"bad\"\"\",\"'=cmd(),bad,5\"\n", File.ReadAllText(outcome.QuarantineFile!));
    }

    [Fact]
    public void Reasons_speak_french_when_asked()
    {
        _shop.Import("client;date;montant\n" + Good.Replace(',', ';') + "10;31/31/2020;5\n", request => request with { Language = "fr" });

        Assert.Equal("date illisible: date = \"31/31/2020\"", _shop.Store.Quarantined[0].Reason);
    }

    [Fact]
    public void Stray_quote_costs_its_own_line_only()
    {
        ImportOutcome outcome = _shop.Import("customer,date,amount\n" + Good + "\"10,2020-01-10,5\n11,2020-01-11,5\n12,2020-01-12,\"5\"\n13,2020-01-13,5\n");

        Assert.Equal(new ImportCounts(13, 12, 0, 1, 12, 12, 0), outcome.Counts);
    }

    public void Dispose() => _shop.Dispose();

    private static ImportRefusal Refused(string code, ImportOutcome outcome)
    {
        Assert.NotNull(outcome.Refusal);
        Assert.Equal(code, outcome.Refusal.Code);
        Assert.NotEmpty(outcome.Refusal.Sentence.Fr);
        return outcome.Refusal;
    }
}
