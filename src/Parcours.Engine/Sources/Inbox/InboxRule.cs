using System.Collections.Immutable;

namespace Parcours.Engine.Sources.Inbox;

/// <summary>How files of a pattern that are put in the watched folder are imported.</summary>
/// <param name="Match">The pattern of their names: * for any letters, ? for one; case is no matter.</param>
/// <param name="Kind">What they hold, as <c>import --as</c> names it.</param>
/// <param name="Map">Columns said by hand, each as "key=Header".</param>
/// <param name="Currency">The ISO code of amounts that name no currency; null for the workspace's.</param>
/// <param name="Source">The source's name, where two sources of one kind share the workspace; null for the format's.</param>
/// <param name="Force">Whether to go on when more than a tenth of the lines are put aside.</param>
public sealed record InboxRule(string Match, string Kind, ImmutableArray<string> Map, string? Currency, string? Source, bool Force);
