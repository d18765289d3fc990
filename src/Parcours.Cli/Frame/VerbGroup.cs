using System.CommandLine;
using Parcours.Domain.Lifecycles;

namespace Parcours.Cli.Frame;

/// <summary>A word that only gathers verbs, as "lifecycle" gathers show, check and adopt.</summary>
internal sealed class VerbGroup : Command
{
    /// <summary>Gathers verbs under a word.</summary>
    public VerbGroup(string name, Language language, LocalText description, params Command[] verbs)
        : base(name, language.Say(description))
    {
        foreach (Command verb in verbs)
        {
            Add(verb);
        }
    }
}
