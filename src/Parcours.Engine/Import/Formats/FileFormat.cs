using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Lines;

namespace Parcours.Engine.Import.Formats;

/// <summary>How one kind of file, from one kind of tool, is read.</summary>
/// <param name="Name">The tool or shape, as people know it; also the source's name unless the operator gives another.</param>
/// <param name="Aliases">How it calls its columns.</param>
/// <param name="Hints">Words worth a guess.</param>
/// <param name="Requirements">What it cannot do without.</param>
/// <param name="Reading">Makes the reader of its lines.</param>
internal sealed record FileFormat(
    string Name, IReadOnlyList<Alias> Aliases, IReadOnlyDictionary<Column, string> Hints, IReadOnlyList<Requirement> Requirements, Func<LineContext, LineReading> Reading);
