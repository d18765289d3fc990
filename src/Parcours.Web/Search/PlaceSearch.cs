using System.Globalization;
using System.Text;
using Parcours.Domain.Lifecycles;
using Parcours.Web.Shell;

namespace Parcours.Web.Search;

/// <summary>Finds pages and words of the glossary by the beginnings of words, in both languages, accents and case aside.</summary>
public static class PlaceSearch
{
    /// <summary>The pages a reader may look at and that are meant: all for no text. Those found by their name come first.</summary>
    public static IReadOnlyList<SearchHit> Pages(Frame frame, string text) =>
    [
        .. from place in Menu.Groups.SelectMany(@group => @group.Places)
           where frame.May(place.Least) && (IsIn(text, place.Name) || IsIn(text, place.Task) || IsIn(text, Both(place)))
           orderby IsIn(text, place.Name) ? 0 : 1
           select new SearchHit(frame.To(place.Path), frame.Say(place.Name), frame.Say(place.Task)),
    ];

    /// <summary>The words of the glossary that are meant.</summary>
    public static IReadOnlyList<SearchHit> Words(Frame frame, string text) =>
    [
        .. from entry in Glossary.All
           where IsIn(text, entry.Name)
           select new SearchHit($"/glossary#{entry.Key}", frame.Say(entry.Name), frame.Say(entry.Meaning)),
    ];

    private static LocalText Both(Place place) => new($"{place.Name.En} {place.Task.En}", $"{place.Name.Fr} {place.Task.Fr}");

    // Each word written must begin a word of the text, in either language.
    private static bool IsIn(string text, LocalText where)
    {
        string[] wanted = Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(wanted, word => Begins(where.En, word)) || Array.TrueForAll(wanted, word => Begins(where.Fr, word));
    }

    private static bool Begins(string where, string word) => Plain(where).Split(' ').Any(one => one.StartsWith(word, StringComparison.Ordinal));

    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (char letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
            }
        }

        return plain.ToString();
    }
}
