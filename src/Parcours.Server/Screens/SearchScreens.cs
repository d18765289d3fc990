using Microsoft.AspNetCore.Http;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Access;
using Parcours.Engine.Customers;
using Parcours.Engine.Identity;
using Parcours.Engine.Segments;
using Parcours.Server.Answers;
using Parcours.Server.Customers;
using Parcours.Server.Live;
using Parcours.Server.Routes;
using Parcours.Web.Search;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>The search over everything, the palette that searches while one writes, and the glossary.</summary>
internal static class SearchScreens
{
    private const int MostOnPage = 50;
    private const int MostInPalette = 6;

    private static readonly Callers _readers = Callers.Operators(Role.Viewer);

    internal static void Map(RouteTable routes)
    {
        routes.Get("/search", _readers, PageAsync).ForPages();
        routes.Get("/search/palette", _readers, PaletteAsync).ForPages();
        routes.Get("/glossary", _readers, (HttpContext context, FrameReading frames) => Screen.Show<GlossaryPage>(context, new { Frame = frames.Of(context) })).ForPages();
    }

    private static async Task<IResult> PageAsync(HttpContext context, FrameReading frames, CustomerSearch search, LiveState live, BaseAnswering answers, string? q)
    {
        Frame frame = frames.Of(context);
        return Screen.Show<SearchPage>(context, new { Frame = frame, Findings = await FindAsync(frame, search, live, answers, q?.Trim() ?? string.Empty, MostOnPage, forPalette: false) });
    }

    private static async Task<IResult> PaletteAsync(HttpContext context, FrameReading frames, CustomerSearch search, LiveState live, BaseAnswering answers, string? q)
    {
        Frame frame = frames.Of(context);
        return Screen.Show<PaletteView>(context, new { Frame = frame, Findings = await FindAsync(frame, search, live, answers, q?.Trim() ?? string.Empty, MostInPalette, forPalette: true) });
    }

    private static async Task<SearchFindings> FindAsync(Frame frame, CustomerSearch search, LiveState live, BaseAnswering answers, string text, int most, bool forPalette)
    {
        IReadOnlyList<SearchHit> pages = text.Length == 0 && !forPalette ? [] : PlaceSearch.Pages(frame, text);
        if (text.Length == 0)
        {
            return Findings(text, (new("Pages", "Pages"), pages));
        }

        HistoryBase histories = live.Workspace.Histories;
        (int exact, bool[] found) = await search.MatchesAsync(histories, text);
        return Findings(
            text,
            (new("Customers", "Clients"), await SubjectsAsync(frame, live, histories, exact, found, SubjectType.Customer, text, most)),
            (new("Accounts", "Comptes"), await SubjectsAsync(frame, live, histories, exact, found, SubjectType.Account, text, most)),
            (new("Segments", "Segments"), [.. Segments(frame, answers, text).Take(most)]),
            (new("Pages", "Pages"), [.. pages.Take(most)]),
            (new("Words", "Mots"), [.. PlaceSearch.Words(frame, text).Take(most)]));
    }

    private static IEnumerable<SearchHit> Segments(Frame frame, BaseAnswering answers, string text)
    {
        SegmentLibrary library = answers.Known().Segments.Library;
        return from id in library.Ids
               let segment = library.Unchecked(id)
               let name = frame.Say(segment?.Name ?? new LocalText(id, id))
               where AttributeMatches.HasWord(id, text) || AttributeMatches.HasWord(segment?.Name.En ?? id, text) || AttributeMatches.HasWord(segment?.Name.Fr ?? id, text)
               select new SearchHit(frame.To("/segments/" + id), name, segment is null || segment.Description.En.Length == 0 ? null : frame.Say(segment.Description));
    }

    private static SearchFindings Findings(string text, params (LocalText Name, IReadOnlyList<SearchHit> Hits)[] groups) => new(text, [.. groups.Where(one => one.Hits.Count > 0)]);

    private static async Task<IReadOnlyList<SearchHit>> SubjectsAsync(Frame frame, LiveState live, HistoryBase histories, int exact, bool[] found, SubjectType type, string text, int most)
    {
        bool IsOne(int subject) => subject >= 0 && subject < histories.SubjectCount && histories.Subjects.TypeOf(subject) == type && !histories[subject].IsEmpty;
        int[] subjects = [.. Enumerable.Range(0, found.Length).Where(subject => found[subject] && subject != exact && IsOne(subject)).Take(most)];
        subjects = IsOne(exact) ? [exact, .. subjects.Take(most - 1)] : subjects;
        string[] emails = await live.Workspace.Ask(graph => subjects.Select(subject => EmailOf(graph, subject)).ToArray());
        return [.. subjects.Select((subject, i) => HitOf(frame, histories, subject, emails[i], text))];
    }

    // Beside the name, what tells this one from others: its key, its address, and the attribute that it was found by.
    private static SearchHit HitOf(Frame frame, HistoryBase histories, int subject, string email, string text)
    {
        string key = histories.Subjects.KeyOf(subject);
        IReadOnlyList<CustomerAttribute> attributes = CustomerAttribute.Of(histories.Vocabulary, histories[subject]);
        string name = CustomerName.Of(attributes) ?? key;
        string? by = attributes.FirstOrDefault(attribute => AttributeMatches.HasWord(attribute.Value, text)) is { } found && found.Value != name ? $"{found.Name}: {found.Value}" : null;
        string detail = string.Join(" · ", new[] { name == key ? null : key, email == key ? null : email, by }.Where(part => !string.IsNullOrEmpty(part)));
        return new SearchHit(frame.To(Web.Customers.Profile.AddressOf(histories.Subjects.TypeOf(subject) == SubjectType.Account, key)), name, detail.Length == 0 ? null : detail);
    }

    private static string EmailOf(IdentityGraph graph, int subject) =>
        graph.MembersOf(subject).Select(member => graph[member]).FirstOrDefault(key => key.Kind == IdentityKind.Email).Key ?? string.Empty;
}
