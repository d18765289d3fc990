using Parcours.Engine.Access;
using Parcours.Server.Sources;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>What pages call those who send: keys by their names, sources by theirs.</summary>
internal sealed class SenderNames(AccessKeys keys, SourceBook sources)
{
    /// <summary>The names of all numbers that messages are accounted under: those of keys above 0, those of sources below.</summary>
    /// <param name="frame">The reader.</param>
    /// <param name="numbers">The numbers that need one, whoever they were of.</param>
    internal IReadOnlyDictionary<int, string> Of(Frame frame, IEnumerable<int> numbers)
    {
        var names = keys.List().ToDictionary(key => key.Id, key => key.Name.Length > 0 ? key.Name : frame.Say($"key {key.Id}", $"clé {key.Id}"));
        foreach (KeptSource source in sources.All())
        {
            names[source.KeyId] = source.Name;
        }

        foreach (int number in numbers)
        {
            names.TryAdd(number, number switch
            {
                0 => frame.Say("the workspace’s own verbs", "les commandes de l’espace"),
                > 0 => frame.Say($"key {number}", $"clé {number}"),
                _ => frame.Say($"source {-number}, removed", $"source {-number}, retirée"),
            });
        }

        return names;
    }
}
