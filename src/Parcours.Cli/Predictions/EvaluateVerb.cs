using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Engine.Predictions.Cases;

namespace Parcours.Cli.Predictions;

/// <summary><c>parcours stats evaluate</c>: what the purchase and spend models say of cases given in a file.</summary>
internal sealed class EvaluateVerb : Verb
{
    private const int MostNamed = 50;

    private readonly Option<string> _in;
    private readonly Option<string> _out;

    public EvaluateVerb(Language language)
        : base(
            "evaluate",
            language,
            new(
                "Likelihood, chance of being alive and expected purchases of the cases of a CSV file: columns model,p1,p2,p3,p4,x,t_x,T,t (k for mbgcnbd, mean_spend for gg). "
                + "A line that cannot be evaluated keeps its place with empty figures, is named with its reason, and makes the verb end with 1.",
                "Vraisemblance, probabilité d'être actif et achats attendus des cas d'un fichier CSV : colonnes model,p1,p2,p3,p4,x,t_x,T,t (k pour mbgcnbd, mean_spend pour gg). "
                + "Une ligne impossible à évaluer garde sa place avec des résultats vides, est nommée avec son motif, et le verbe se termine par 1."),
            "parcours stats evaluate --in cases.csv --out figures.csv")
    {
        _in = AddOption<string>("--in", "FILE", new("The cases", "Les cas"));
        _in.Required = true;
        _out = AddOption<string>("--out", "FILE", new(
            "The same lines with log_likelihood, p_alive and expected_purchases behind them", "Les mêmes lignes, suivies de log_likelihood, p_alive et expected_purchases"));
        _out.Required = true;
    }

    public override int Run(VerbRun run)
    {
        string path = run.Parsed.GetValue(_in)!;
        string target = run.Parsed.GetValue(_out)!;
        CaseCounts counts = new(0, []);
        using (Stream input = Open(path))
        {
            CsvOut.Write(target, writer => counts = CaseFile.Evaluate(input, writer) ?? throw new RefusedException(new("column_missing", new(
                $"{path} has no column \"model\" in its first line: model,p1,p2,p3,p4,x,t_x,T,t are expected.",
                $"{path} n'a pas de colonne « model » en première ligne : on attend model,p1,p2,p3,p4,x,t_x,T,t."))));
        }

        if (run.Json)
        {
            run.WriteJson(writer =>
            {
                writer.WriteString("file", target);
                writer.WriteNumber("evaluated", counts.Evaluated);
                writer.WriteObjects("refused", counts.Faults, fault =>
                {
                    writer.WriteNumber("line", fault.Line);
                    writer.WriteString("reason", run.Language.Say(fault.Reason));
                });
            });
        }
        else
        {
            Show(run, target, counts);
        }

        return counts.Faults.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static void Show(VerbRun run, string target, CaseCounts counts)
    {
        Language language = run.Language;
        run.Terminal.Out.WriteLine(language.Say(
            $"{target}: {language.Count(counts.Evaluated)} cases evaluated, {language.Count(counts.Faults.Count)} not.",
            $"{target} : {language.Count(counts.Evaluated)} cas évalués, {language.Count(counts.Faults.Count)} non."));
        foreach (CaseFault fault in counts.Faults.Take(MostNamed))
        {
            run.Terminal.Error.WriteLine(language.Say($"Line {fault.Line}: {fault.Reason.En}", $"Ligne {fault.Line} : {fault.Reason.Fr}"));
        }

        if (counts.Faults.Count > MostNamed)
        {
            run.Terminal.Error.WriteLine(language.Say(
                $"And {language.Count(counts.Faults.Count - MostNamed)} more: --json names them all.",
                $"Et {language.Count(counts.Faults.Count - MostNamed)} autres : --json les nomme tous."));
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            string reason = fault.Message.TrimEnd('.');
            throw new RefusedException(new("file_unreadable", new($"{path} cannot be read: {reason}.", $"{path} ne peut pas être lu : {reason}.")));
        }
    }
}
