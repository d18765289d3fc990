using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Cli.Rfm;
using Parcours.Cli.Rhythm;

namespace Parcours.Cli;

/// <summary>Every verb, in the order help shows them. One line a verb: nothing is found by scanning, so that a start costs little.</summary>
internal static class Verbs
{
    /// <summary>Makes the verbs, described in a language.</summary>
    public static IEnumerable<Command> All(Language language) =>
    [
        new Import.ImportVerb(language),
        new RhythmVerb(language),
        new RfmVerb(language),
    ];
}
