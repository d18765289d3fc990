using Parcours.Cli.Frame;
using Parcours.Engine.Flows;

namespace Parcours.Cli.Flows;

/// <summary>Reads a workspace and computes the timelines of a lifecycle.</summary>
/// <param name="run">The run of the verb.</param>
/// <param name="id">The lifecycle asked for; an unknown one is refused.</param>
/// <param name="at">The date asked for; now when null.</param>
internal delegate TimelineReading TimelineReader(VerbRun run, string id, Moment? at);
