using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Lifecycles;

/// <summary><c>parcours lifecycle adopt ID</c>: freezes the thresholds that come from the rhythm, and shows who changes stage by that.</summary>
internal sealed class LifecycleAdoptVerb : Verb
{
    private readonly Argument<string> _id;
    private readonly Option<Moment?> _at;
    private readonly Option<string?> _note;

    public LifecycleAdoptVerb(Language language)
        : base("adopt", language, new("Freeze a lifecycle's thresholds at what the rhythm gives", "Valider les seuils d'un cycle de vie à la valeur donnée par le rythme"),
            "parcours lifecycle adopt crm-segments --note \"agreed with sales\"")
    {
        _id = AddArgument<string>("ID", new("The lifecycle, as crm-segments", "Le cycle de vie, comme crm-segments"));
        _at = AddAt();
        _note = AddOption<string?>("--note", "TEXT", new("Why, for the record", "Pourquoi, pour mémoire"));
    }

    public override int Run(VerbRun run)
    {
        string id = run.Parsed.GetValue(_id)!;
        using IWorkspaceStore reading = run.OpenToRead();
        LifecycleLibrary library = LifecycleChoice.Library(run, reading);
        LifecycleDefinition written = LifecycleChoice.Find(library, id, asWritten: true);
        if (written.Thresholds.All(rule => rule.Fixed is not null))
        {
            return run.Refuse("nothing_to_adopt", new(
                $"The lifecycle {id} has no threshold that comes from the rhythm: there is nothing to adopt.",
                $"Le cycle de vie {id} n'a pas de seuil issu du rythme : il n'y a rien à valider."));
        }

        HistoryBase histories = reading.Load(null);
        Instant at = run.At(_at, histories.Calendar);
        var adoption = AdoptedThresholds.Adopt(library, written, histories, at, run.Parsed.GetValue(_note) ?? string.Empty);
        using (IWorkspaceStore writing = run.OpenToWrite())
        {
            string document = AdoptedThresholds.DocumentOf(id);
            writing.SaveDocument(document, AdoptedThresholds.Append(writing.Document(document), adoption));
        }

        Write(run, adoption, written);
        return ExitCode.Done;
    }

    private static void Write(VerbRun run, Adoption adoption, LifecycleDefinition written)
    {
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteString("lifecycle", adoption.Lifecycle);
                json.WriteString("at", adoption.At.ToString());
                json.WriteStartObject("thresholds");
                foreach ((string name, Period period) in adoption.Thresholds)
                {
                    json.WriteNumber(name + "_days", LifecycleJson.Days(period.ApproximateDays));
                }

                json.WriteEndObject();
                json.WriteObjects("crossTable", adoption.CrossTable, cell =>
                {
                    json.WriteString("before", cell.Before);
                    json.WriteString("after", cell.After);
                    json.WriteNumber("subjects", cell.Subjects);
                });
            });
            return;
        }

        foreach ((string name, Period period) in adoption.Thresholds)
        {
            string days = run.Language.Number(period.ApproximateDays, 1);
            LocalText formula = written.Thresholds.First(rule => rule.Name == name).FormulaText;
            run.Terminal.Out.WriteLine(run.Language.Say($"{name} is now {days} days ({formula.En}).", $"{name} vaut désormais {days} jours ({formula.Fr})."));
        }

        var sheet = new Sheet(string.Empty, run.Language.Say("Before", "Avant"), "<" + run.Language.Say("After", "Après"), run.Language.Say("Subjects", "Sujets"));
        foreach (AdoptionCell cell in adoption.CrossTable)
        {
            sheet.Row(cell.Before, cell.After, run.Language.Count(cell.Subjects));
        }

        sheet.Write(run.Terminal);
    }
}
