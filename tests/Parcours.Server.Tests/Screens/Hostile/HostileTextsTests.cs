using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens.Hostile;

/// <summary>Every text through every field that takes any: pages, their forms and their files show them as texts, whatever they are.</summary>
public sealed class HostileTextsTests
{
    [Fact]
    public void Texts_are_at_least_two_hundred_and_each_its_own()
    {
        Assert.True(HostileTexts.All.Count >= 200);
        Assert.Distinct(HostileTexts.All);
    }

    [Fact]
    public async Task No_page_takes_a_text_for_more_than_a_text()
    {
        await using StartedServer server = await HostileShop.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        var written = new HostileForms(server, owner);
        await written.FillAsync();
        ConcurrentBag<string> faults = [];
        string[] addresses = [.. HostilePages.Addresses(written.Import), .. HostileTexts.All.SelectMany((_, i) => HostilePages.OfOne(i))];
        await Parallel.ForEachAsync(addresses, TestContext.Current.CancellationToken, async (address, _) =>
        {
            HttpResponseMessage answer = await server.OpenAsync(owner, address, address.Length % 2 == 0 ? "en" : "fr");
            string html = await answer.Content.ReadAsStringAsync(CancellationToken.None);
            IEnumerable<string> found = (int)answer.StatusCode >= 500 ? [$"is answered {answer.StatusCode}"] : HostileTree.Faults(html);
            foreach (string fault in found)
            {
                faults.Add($"{address}: {fault}");
            }
        });

        Assert.Empty(faults);
        await ShownAsync(server, owner);
        await FilesAsync(server, owner, written.Import);
    }

    [Fact]
    public async Task No_form_takes_a_text_for_more_than_a_text()
    {
        await using StartedServer server = await HostileShop.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        var written = new HostileForms(server, owner);
        await written.FillFewAsync();
        Dictionary<string, HostileForm> forms = [];
        foreach (string address in HostilePages.Addresses(written.Import))
        {
            foreach (HostileForm form in HostileForm.In(HostileTree.Read(await server.SeeAsync(owner, address)), address))
            {
                forms[form.Name] = forms.GetValueOrDefault(form.Name) is { } known ? known with { Free = [.. known.Free.Union(form.Free)] } : form;
            }
        }

        Assert.Equal(HostilePages.Covered, [.. forms.Values.Select(form => $"{form.Name}: {string.Join(' ', form.Free.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal)]);

        ConcurrentBag<string> faults = [];
        foreach (HostileForm form in forms.Values)
        {
            await Parallel.ForEachAsync(HostileTexts.All, TestContext.Current.CancellationToken, async (text, _) =>
            {
                HttpResponseMessage answer = await written.SendAsync(form, form.With(text, form.Free));
                string html = await answer.Content.ReadAsStringAsync(CancellationToken.None);
                IEnumerable<string> found = (int)answer.StatusCode >= 500 ? [$"is answered {answer.StatusCode}"] : HostileTree.Faults(html);
                if (answer.Headers.Location is { } to && !HostileTree.LeadsToUs(to.OriginalString))
                {
                    found = found.Append($"leads away to {to.OriginalString}");
                }

                foreach (string fault in found)
                {
                    faults.Add($"{form.Name} {text[..Math.Min(60, text.Length)]}: {fault}");
                }
            });
        }

        Assert.Empty(faults);
    }

    [Fact]
    public void Every_field_that_is_typed_into_is_walked()
    {
        string[] walked = [.. HostilePages.Covered.SelectMany(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split(' ')).Distinct(StringComparer.Ordinal)];
        Assert.Empty(HostilePages.WrittenFields().Except(walked, StringComparer.Ordinal));
    }

    // What is shown is the text itself: a page that left it out would prove nothing.
    private static async Task ShownAsync(StartedServer server, Calls.SignedIn owner)
    {
        for (int i = 0; i < HostileTexts.All.Count; i++)
        {
            if (!HostileTexts.Plain.Contains(HostileTexts.All[i]))
            {
                continue;
            }

            IElement page = HostileTree.Read(await server.SeeAsync(owner, $"/customers/{HostileShop.CustomerOf(i)}")).Body!;
            int shown = page.TextContent.Split(HostileTexts.All[i].Trim()).Length - 1;
            Assert.True(shown >= 5, $"{HostileTexts.All[i]} is shown {shown} times on the profile that has it");
        }
    }

    // A cell that a spreadsheet would take for a formula begins with an apostrophe.
    private static async Task FilesAsync(StartedServer server, Calls.SignedIn owner, string import)
    {
        foreach (string address in (string[])["/customers.csv", "/accounts.csv", "/api/export/customers.csv", "/api/export/facts.csv", "/api/export/segments/hostile.csv", $"{import}/lines.csv"])
        {
            HttpResponseMessage answer = await server.OpenAsync(owner, address);
            string file = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {file}");
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
            int cells = 0;
            foreach (string cell in Cells(file.TrimStart('\ufeff')))
            {
                cells++;
                Assert.False(cell.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(cell[0], StringComparison.Ordinal) && !decimal.TryParse(cell.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out decimal _), $"{address}: {cell}");
            }

            Assert.True(cells > 100, address);
        }
    }

    private static List<string> Cells(string file)
    {
        char separator = file.Split('\n')[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        List<string> cells = [];
        var cell = new StringBuilder();
        bool isQuoted = false;
        foreach (char c in file)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }

            if (!isQuoted && (c == separator || c is '\n'))
            {
                cells.Add(Unquoted(cell.ToString().TrimEnd('\r')));
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        return cells;
    }

    private static string Unquoted(string cell) => cell is ['"', .., '"'] ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;
}
