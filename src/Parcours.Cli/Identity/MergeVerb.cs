using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;
using Parcours.Engine.Customers;

namespace Parcours.Cli.Identity;

/// <summary><c>parcours merge A B</c>: two customers are one.</summary>
internal sealed class MergeVerb : Verb
{
    private readonly Argument<string> _one;
    private readonly Argument<string> _other;

    public MergeVerb(Language language)
        : base("merge", language, new("Makes two customers one; it can be undone.", "Fait de deux clients un seul ; cela peut être défait."), "parcours merge 00042 marie@example.org")
    {
        _one = AddArgument<string>("KEY", new("A key of the one", "Une clé de l'un"));
        _other = AddArgument<string>("OTHER", new("A key of the other", "Une clé de l'autre"));
    }

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        (string one, string other) = (run.Parsed.GetRequiredValue(_one), run.Parsed.GetRequiredValue(_other));
        using RunningServer? server = RunningServer.Of(run);
        MergeLine merge = server is null
            ? MergeLine.Of(WorkspaceWriting.Use(run, (live, _) => Merging.MergeAsync(live, one, other, run.Now)))
            : MergeLine.Of(server.Post("/api/merges", json =>
            {
                json.WriteStartArray("keys");
                json.WriteStringValue(one);
                json.WriteStringValue(other);
                json.WriteEndArray();
            }));
        return merge.Tell(
            run,
            $"{one} and {other} are one customer (merge {merge.Id}; undo it with: parcours unmerge {merge.Id}).",
            $"{one} et {other} sont un seul client (fusion {merge.Id} ; pour la défaire : parcours unmerge {merge.Id}).");
    }
}
