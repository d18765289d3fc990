using Parcours.Domain.Lifecycles;

namespace Parcours.Web.Shell;

/// <summary>A word and what it means.</summary>
/// <param name="Key">What pages ask for it by.</param>
/// <param name="Name">The word.</param>
/// <param name="Meaning">A sentence or two.</param>
public sealed record GlossaryEntry(string Key, LocalText Name, LocalText Meaning);
