using System.CommandLine;
using System.Globalization;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;
using Parcours.Engine.Customers;

namespace Parcours.Cli.Identity;

/// <summary><c>parcours unmerge ID</c>: a merge is undone.</summary>
internal sealed class UnmergeVerb : Verb
{
    private readonly Argument<long> _id;
    private readonly Option<bool> _forGood;

    public UnmergeVerb(Language language)
        : base("unmerge", language, new("Undoes a merge: no fact was rewritten by it.", "Défait une fusion : elle n'a réécrit aucun événement."), "parcours unmerge 12", "parcours unmerge 12 --for-good")
    {
        _id = AddArgument<long>("ID", new("The number of the merge, as merge and the customer's profile say", "Le numéro de la fusion, donné par merge et par la fiche du client"));
        _forGood = AddOption<bool>("--for-good", null, new("What is sent later may not join the two again", "Ce qui sera envoyé plus tard ne pourra plus les réunir"));
    }

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        long id = run.Parsed.GetValue(_id);
        bool forGood = run.Parsed.GetValue(_forGood);
        using RunningServer? server = RunningServer.Of(run);
        MergeLine merge = server is null
            ? MergeLine.Of(WorkspaceWriting.Use(run, (live, _) => Merging.UnmergeAsync(live, id, run.Now, forGood)))
            : MergeLine.Of(server.Delete(string.Create(CultureInfo.InvariantCulture, $"/api/merges/{id}{(forGood ? "?for_good=true" : string.Empty)}")));
        return merge.Tell(run, $"Merge {merge.Id} is undone.", $"La fusion {merge.Id} est défaite.");
    }
}
