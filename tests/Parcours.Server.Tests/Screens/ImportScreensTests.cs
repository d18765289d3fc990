using System.Globalization;
using System.Net;
using System.Text;
using Parcours.Engine.Access;
using Parcours.Engine.Import;
using Parcours.Engine.Live;
using Parcours.Server.Hosting;
using Parcours.Server.Imports;
using Parcours.Web.Imports;

namespace Parcours.Server.Screens;

public sealed class ImportScreensTests
{
    [Fact]
    public async Task File_dropped_is_shown_with_its_columns_and_stored_only_when_told()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);

        string address = await DropAsync(server, marketer, "orders.csv", SmallFile.Orders);
        string page = await server.SeeAsync(marketer, address);

        Assert.Contains("7 of 7 columns are recognised", page, StringComparison.Ordinal);
        Assert.Contains("value=\"customer\" selected", page, StringComparison.Ordinal);
        Assert.Contains("o1 · o2 · o3", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Import 3 lines", page, StringComparison.Ordinal);
        Assert.Equal(0, server.Service<LiveWorkspace>().Histories.FactCount);

        HttpResponseMessage told = await server.SubmitAsync(marketer, address, ("as", "orders"), ("currency", ""), ("do", "import"));
        Assert.Equal((HttpStatusCode.SeeOther, address), (told.StatusCode, told.Headers.Location!.OriginalString));
        string done = await EndAsync(server, marketer, address);

        Assert.Contains("3 lines are stored, none is to be corrected", done, StringComparison.Ordinal);
        Assert.True(server.Service<LiveWorkspace>().Histories.FactCount >= 3);
        Assert.Contains("Imported", await server.SeeAsync(marketer, "/data/import"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Column_that_nobody_recognises_is_asked_for_and_then_said()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        string address = await DropAsync(server, marketer, "sales.csv", "Ref;Who;When;Sum\n1;anna;2021-03-01;12,50\n2;boris;2021-03-02;8,00\n");

        string page = await server.SeeAsync(marketer, address);
        Assert.Contains("Say which column holds", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"import\"", page, StringComparison.Ordinal);

        (string, string)[] said = [("as", "orders"), ("currency", "gbp"), ("map-0", "order"), ("map-1", "customer"), ("map-2", "date"), ("map-3", "amount")];
        string mapped = await (await server.SubmitAsync(marketer, address, [.. said, ("do", "check")])).Content.ReadAsStringAsync();
        Assert.Contains("Import 2 lines", mapped, StringComparison.Ordinal);
        await server.SubmitAsync(marketer, address, [.. said, ("do", "import")]);

        Assert.Contains("2 lines are stored", await EndAsync(server, marketer, address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Column_taken_off_is_kept_as_it_is()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        string address = await DropAsync(server, marketer, "orders.csv", SmallFile.Orders);

        string page = await (await server.SubmitAsync(
            marketer, address, ("as", "orders"), ("map-0", "order"), ("map-1", "customer"), ("map-2", ""), ("map-3", "date"), ("map-4", "amount"), ("map-5", "currency"), ("map-6", "")))
            .Content.ReadAsStringAsync();

        Assert.Contains("5 of 7 columns are recognised", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_to_correct_are_listed_downloaded_and_left_out_when_told()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        string address = await DropAsync(server, marketer, "orders.csv", SmallFile.Orders + "\no4,C3,<img src=x onerror=alert(1)>,someday,=1+1,EUR,tea");

        string page = await server.SeeAsync(marketer, address, "fr");
        Assert.Contains("Date illisible", page, StringComparison.Ordinal);
        Assert.Contains("Importer quand même les autres lignes", PagesSeen.Words(page), StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.Contains("someday", await (await server.OpenAsync(marketer, address + "/lines.csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await server.SubmitAsync(marketer, address, ("as", "orders"), ("do", "import"));
        Assert.Contains("Importer quand même", PagesSeen.Words(await server.SeeAsync(marketer, address, "fr")), StringComparison.Ordinal); // not before it is said
        await server.SubmitAsync(marketer, address, ("as", "orders"), ("force", "true"), ("do", "import"));

        string done = await EndAsync(server, marketer, address);
        Assert.Contains("3 lines are stored, 1 to correct", done, StringComparison.Ordinal);
        Assert.Contains("Date not readable", done, StringComparison.Ordinal);
        Assert.Contains("someday", await (await server.OpenAsync(marketer, address + "/lines.csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string> Unreadable => new()
    {
        { "nothing.csv", [], "The file is empty" },
        { "picture.csv", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 10, 1, 2], "no text and no spreadsheet" },
        { "broken.xlsx", "PK\u0003\u0004 and then nothing of a spreadsheet"u8.ToArray(), "no text and no spreadsheet" },
        { "headers.csv", "order_id,customer_id,date,amount\n"u8.ToArray(), "nothing below it" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task File_that_cannot_be_read_says_why_beside_the_field(string name, byte[] content, string why)
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);

        HttpResponseMessage answer = await server.SubmitAsync(marketer, "/data/import", PagesSeen.File(name, content));

        string page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(why, page, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Folder, page, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Path.Combine(server.Folder, "imports")));
    }

    [Fact]
    public async Task Form_without_a_file_asks_for_one()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        HttpResponseMessage answer = await server.SubmitAsync(marketer, "/data/import", new MultipartFormDataContent { { new StringContent("x"), "other" } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Choose a file first", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_encoding_is_read_as_it_was_written()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] latin = Encoding.GetEncoding(1252).GetBytes("commande;client;date;montant;libellé\n1;C1;03/01/2026;10,00;Thé d’été\n");

        string page = await server.SeeAsync(marketer, await DropAsync(server, marketer, "ventes.csv", latin));

        Assert.Contains("Thé d’été", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("windows-1252", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_currency_is_said_beside_its_field()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        string address = await DropAsync(server, marketer, "orders.csv", SmallFile.Orders);
        HttpResponseMessage answer = await server.SubmitAsync(marketer, address, ("as", "orders"), ("currency", "zz<"));
        string page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("value=\"zz&lt;\"", page, StringComparison.Ordinal);
        Assert.Contains("There is no such currency", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_forgotten_leaves_nothing()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        string address = await DropAsync(server, marketer, "orders.csv", SmallFile.Orders);
        await server.SubmitAsync(marketer, address + "/drop");
        Assert.Equal(HttpStatusCode.NotFound, (await server.OpenAsync(marketer, address)).StatusCode);
        Assert.Empty(Directory.GetDirectories(Path.Combine(server.Folder, "imports")));
    }

    [Fact]
    public async Task Import_that_waits_can_be_stopped()
    {
        await using StartedServer server = await StartedServer.StartAsync();
        ImportShelf shelf = server.Service<ImportShelf>();
        int id = shelf.Open();
        var asked = new ImportAsked(id, "orders.csv", null, [], null, null, false, "en", default);
        await File.WriteAllTextAsync(shelf.FileOf(asked), SmallFile.Orders, TestContext.Current.CancellationToken);
        shelf.Keep(asked);
        server.Service<ImportWorker>().Halt(id);
        server.Service<ImportWorker>().Add(asked);

        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        Assert.Contains("You stopped it before the end", await server.SeeAsync(marketer, string.Create(CultureInfo.InvariantCulture, $"/data/import/{id}")), StringComparison.Ordinal);
        Assert.Equal(0, server.Service<LiveWorkspace>().Histories.FactCount);
    }

    [Fact]
    public async Task Every_column_of_every_kind_has_words()
    {
        string folder = Directory.CreateTempSubdirectory("parcours-columns-").FullName;
        string path = Path.Combine(folder, "any.csv");
        await File.WriteAllTextAsync(path, "a,b\n1,2\n", TestContext.Current.CancellationToken);
        foreach (string kind in Importer.Kinds)
        {
            ImportPreview preview = Importer.Preview(new ImportRequest(path) { Kind = kind }, out _)!;
            Assert.All(preview.Columns, column => Assert.Contains(column, ColumnWords.Columns));
            Assert.NotEqual(kind, ColumnWords.Kind(kind).En);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static Task<string> DropAsync(StartedServer server, Calls.SignedIn who, string name, string content) => DropAsync(server, who, name, Encoding.UTF8.GetBytes(content));

    private static async Task<string> DropAsync(StartedServer server, Calls.SignedIn who, string name, byte[] content)
    {
        HttpResponseMessage answer = await server.SubmitAsync(who, "/data/import", PagesSeen.File(name, content));
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        string address = answer.Headers.Location!.OriginalString;
        while ((await server.SeeAsync(who, address)).Contains("every 1s", StringComparison.Ordinal))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return address;
    }

    private static async Task<string> EndAsync(StartedServer server, Calls.SignedIn who, string address)
    {
        string page;
        while ((page = await server.SeeAsync(who, address)).Contains("every 1s", StringComparison.Ordinal))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return page;
    }
}
