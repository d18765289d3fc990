using Parcours.Domain.Lifecycles;

namespace Parcours.Web.Segments;

/// <summary>A stage or a segment in the dictionary.</summary>
/// <param name="Group">The lifecycle it belongs to, or the word for segments.</param>
/// <param name="Id">Its name in conditions.</param>
/// <param name="Name">Its title.</param>
/// <param name="Criteria">Who is in it, in plain words.</param>
/// <param name="Size">How many at the date.</param>
/// <param name="Owner">Who answers for it; empty for nobody.</param>
/// <param name="Strategy">The strategy it belongs to; empty for none.</param>
/// <param name="Changed">When it last changed, and why; empty when it never did.</param>
/// <param name="Door">Where its members are.</param>
public sealed record DictionaryEntry(LocalText Group, string Id, LocalText Name, string Criteria, long Size, string Owner, string Strategy, string Changed, string Door);
