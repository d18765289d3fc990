using Parcours.Engine.Import.Columns;

namespace Parcours.Engine.Import.Formats;

/// <summary>A column that a file cannot do without; any of several will do, the first being the one to ask for.</summary>
internal sealed record Requirement(params Column[] AnyOf);
