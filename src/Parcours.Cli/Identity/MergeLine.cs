using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Engine.Customers;

namespace Parcours.Cli.Identity;

/// <summary>A merge as verbs tell it, whoever made it: this process or a running server.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Members">Writes its members for machines.</param>
internal sealed record MergeLine(long Id, Action<Utf8JsonWriter> Members)
{
    /// <summary>One made here.</summary>
    public static MergeLine Of(CustomerMerge merge) => new(merge.Id, json => ProfileJson.WriteMerge(json, merge));

    /// <summary>One made by a server.</summary>
    public static MergeLine Of(JsonElement answer) => new(answer.GetProperty("id").GetInt64(), json =>
    {
        foreach (JsonProperty member in answer.EnumerateObject())
        {
            member.WriteTo(json);
        }
    });

    /// <summary>Tells it.</summary>
    public int Tell(VerbRun run, string english, string french)
    {
        if (run.Json)
        {
            run.WriteJson(Members);
        }
        else
        {
            run.Terminal.Out.WriteLine(run.Language.Say(english, french));
        }

        return ExitCode.Done;
    }
}
