using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Predictions;

namespace Parcours.Engine.Churn;

/// <summary>
/// A choice of learner kept in a workspace's <c>models</c> folder: the definition's id and fingerprint, the learner, when it was chosen and on what base, and every trial. A
/// file of another format, definition, date or base is not read; only its version is, for the next to go on from.
/// </summary>
/// <param name="folder">The workspace's folder.</param>
/// <param name="name">The file's name, without its ending.</param>
internal sealed class ChurnModelFile(string folder, string name)
{
    private const int Format = 1;

    private string Path => System.IO.Path.Combine(folder, "models", name + ".json");

    /// <summary>The file's name for a definition: each horizon has its own, and accounts are told from customers.</summary>
    public static string NameOf(ChurnDefinition definition)
    {
        string days = Math.Round(definition.Horizon.ApproximateDays).ToString(CultureInfo.InvariantCulture);
        return $"churn-{definition.Id}-{days}d{(definition.Subject == SubjectType.Account ? "-accounts" : string.Empty)}";
    }

    /// <summary>The choice kept; null when there is none for this definition, date and base.</summary>
    public ChurnModel? Read(ChurnModelKey asked) => KeptFile.Read(Path, root => KeyOf(root) == asked ? ModelOf(root) : null);

    /// <summary>The choice kept, whatever its date and base; null when there is none for this definition.</summary>
    /// <param name="fingerprint">The definition's fingerprint.</param>
    public ChurnModel? ReadLast(string fingerprint) => KeptFile.Read(Path, root => KeyOf(root).Definition == fingerprint ? ModelOf(root) : null);

    private static ChurnModelKey KeyOf(JsonElement root)
    {
        JsonElement state = root.GetProperty("base");
        return new ChurnModelKey(
            root.GetProperty("fingerprint").GetString()!,
            new Instant(root.GetProperty("chosenAtMicros").GetInt64()),
            new BaseState(
                state.GetProperty("facts").GetInt64(), state.GetProperty("sequence").GetInt64(),
                ulong.Parse(state.GetProperty("fingerprint").GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
            state.GetProperty("zone").GetString()!);
    }

    private static ChurnModel? ModelOf(JsonElement root)
    {
        int version = root.GetProperty("version").GetInt32();
        if (root.GetProperty("format").GetInt32() != Format || version < 1)
        {
            return null;
        }

        JsonElement selection = root.GetProperty("selection");
        ImmutableArray<ChurnTrial> trials = [.. selection.GetProperty("trials").EnumerateArray().Select(ChurnTrialJson.Read)];
        string learner = root.GetProperty("learner").GetString()!;
        bool isKnown = learner == ChurnLearners.Recency || ChurnLearners.Ids.Contains(learner);
        return isKnown ? new ChurnModel(new ChurnSelection(selection.GetProperty("horizonDays").GetInt32(), trials, learner, root.GetProperty("refused").GetString()), version) : null;
    }

    /// <summary>The version of a new choice: that of the choice kept when the definition and the learner are the same, else one more.</summary>
    /// <param name="fingerprint">The definition's fingerprint.</param>
    /// <param name="learner">The learner now chosen.</param>
    public int NextVersion(string fingerprint, string learner) => Math.Max(1, KeptFile.Read(Path, root =>
    {
        int version = root.GetProperty("version").GetInt32();
        bool isSame = root.GetProperty("format").GetInt32() == Format
            && root.GetProperty("fingerprint").GetString() == fingerprint && root.GetProperty("learner").GetString() == learner;
        return isSame ? version : version + 1;
    }));

    /// <summary>Keeps a choice, in the place of the one before. Does nothing where the folder cannot be written.</summary>
    public void Write(ChurnDefinition definition, ChurnModelKey key, ChurnModel model) => KeptFile.Write(folder, Path, writer =>
    {
        writer.WriteNumber("format", Format);
        writer.WriteString("definition", definition.Id);
        writer.WriteString("fingerprint", key.Definition);
        writer.WriteNumber("version", model.Version);
        writer.WriteString("learner", model.Selection.Chosen);
        writer.WriteString("refused", model.Selection.BestRefused);
        writer.WriteNumber("horizonDays", (int)Math.Round(definition.Horizon.ApproximateDays));
        writer.WriteString("chosenAt", key.At.ToString());
        writer.WriteNumber("chosenAtMicros", key.At.Micros);
        writer.WriteStartObject("base");
        writer.WriteNumber("facts", key.Base.Facts);
        writer.WriteNumber("sequence", key.Base.Sequence);
        writer.WriteString("fingerprint", key.Base.Purchases.ToString("x16", CultureInfo.InvariantCulture));
        writer.WriteString("zone", key.Zone);
        writer.WriteEndObject();
        writer.WriteStartObject("selection");
        writer.WriteNumber("horizonDays", model.Selection.HorizonDays);
        writer.WriteStartArray("trials");
        foreach (ChurnTrial trial in model.Selection.Trials)
        {
            ChurnTrialJson.Write(writer, trial);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
