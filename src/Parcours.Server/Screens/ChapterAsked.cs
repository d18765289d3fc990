using Parcours.Domain.Lifecycles;
using Parcours.Engine.Answers;
using Parcours.Engine.Reports;
using Parcours.Web.Chapters;

namespace Parcours.Server.Screens;

/// <summary>A chapter that a page asks for: how it is worked out, and what the page says meanwhile.</summary>
/// <param name="Title">The page's name.</param>
/// <param name="Key">A text that two equal questions on equal bases share, beside the address's date, lifecycle and language.</param>
/// <param name="Doing">What is being done, for who waits.</param>
/// <param name="Work">Works it out.</param>
internal sealed record ChapterAsked(LocalText Title, string Key, LocalText Doing, Func<AnswerSource, Chapter> Work)
{
    /// <summary>Other ways to look at it.</summary>
    internal IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>What the address keeps beside the date.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Kept { get; init; } = [];
}
