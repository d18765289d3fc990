using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Flows;
using Parcours.Engine.Flows;

namespace Parcours.Cli.Flows;

/// <summary><c>lifecycle paths ID</c>: the commonest sequences of stages.</summary>
internal sealed class PathsVerb : TimelineVerb
{
    private const int DefaultTop = 20;

    private readonly Option<int?> _top;

    public PathsVerb(Language language, TimelineReader read)
        : base(
            "paths",
            language,
            read,
            new("The commonest sequences of stages, how many took them and what they spent", "Les parcours types : les suites de phases les plus courantes, combien les ont suivies et leur dépense"),
            "parcours lifecycle paths crm-segments --at 1998-01-01 --top 10") =>
        _top = AddCount("--top", 1, 100_000, new($"How many sequences; {DefaultTop} when not given", $"Combien de suites ; {DefaultTop} par défaut"));

    protected override int Answer(VerbRun run, TimelineReading reading)
    {
        long[] spend = NetSpend.PerSubject(reading.Base, reading.At);
        var paths = CommonPaths.Of(reading.Timelines, reading.At, run.Parsed.GetValue(_top) ?? DefaultTop, subject => spend[subject]);
        if (run.Json)
        {
            run.WriteJson(writer => PathsJson.Write(writer, reading, paths));
            return ExitCode.Done;
        }

        Language say = run.Language;
        var sheet = new Sheet(
            Heading(reading, new("common paths", "parcours types")),
            say.Say("Path", "Parcours"),
            say.Say("Customers", "Clients"),
            say.Say("Share", "Part"),
            say.Say("Net spend", "Dépense nette"));
        foreach (CommonPath path in paths.Top)
        {
            sheet.Row(
                string.Join(" > ", path.Stages.Select(stage => NameOf(reading, stage))) + (path.GoesOn ? " > …" : string.Empty),
                say.Count(path.Subjects),
                say.Percent(path.Share),
                path.Value is { } value ? say.Amount(value, reading.Base.Currency) : "–");
        }

        sheet.Write(run.Terminal);
        return ExitCode.Done;
    }
}
