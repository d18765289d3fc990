using System.CommandLine;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;
using Parcours.Engine.Segments;

namespace Parcours.Cli.Segments;

/// <summary><c>parcours segment add NAME</c>: a segment by its condition, by its file, or by a list of keys; one that is there already is changed.</summary>
internal sealed class SegmentAddVerb : Verb
{
    private readonly Argument<string> _name;
    private readonly Option<string?> _where;
    private readonly Option<string?> _file;
    private readonly Option<string?> _ids;
    private readonly Option<string?> _title;
    private readonly Option<string?> _owner;
    private readonly Option<string?> _strategy;
    private readonly Option<string> _subject;
    private readonly Option<string?> _note;

    public SegmentAddVerb(Language language)
        : base("add", language, new(
            "Adds a segment by its condition, its file or a list of keys; changes it when it is there already",
            "Ajoute un segment par sa condition, son fichier ou une liste de clés ; le modifie s'il existe déjà"),
            "parcours segment add big-spenders --where \"spend >= 500\" --title \"Big spenders\"",
            "parcours segment add fair-2026 --ids visitors.txt --note \"badges scanned at the fair\"")
    {
        _name = AddArgument<string>("NAME", new("Its name: lower-case letters, digits and hyphens", "Son nom : lettres minuscules, chiffres et tirets"));
        _where = AddOption<string?>("--where", "CONDITION", new("Who is in it, as a condition of the language", "Qui en fait partie, comme condition du langage"));
        _file = AddOption<string?>("--file", language.Say("FILE", "FICHIER"), new("Its whole definition, a YAML file", "Sa définition entière, un fichier YAML"));
        _ids = AddOption<string?>("--ids", language.Say("FILE", "FICHIER"), new("Who is on it: a text file, a key a line (number, e-mail, card...)", "Qui y figure : un fichier texte, une clé par ligne (numéro, e-mail, carte...)"));
        _title = AddOption<string?>("--title", "TEXT", new("Its title, as shown", "Son titre, tel qu'affiché"));
        _owner = AddOption<string?>("--owner", "TEXT", new("Who answers for it", "Qui en répond"));
        _strategy = AddOption<string?>("--strategy", "TEXT", new("The strategy it belongs to", "La stratégie dont il fait partie"));
        _subject = AddOption<string>("--subject", "customer|account", new("Whom it is made of; customers when not given", "De qui il est fait ; les clients par défaut"));
        _subject.DefaultValueFactory = _ => "customer";
        _subject.AcceptOnlyFromAmong("customer", "account");
        _note = AddOption<string?>("--note", "TEXT", new("Why, for the record", "Pourquoi, pour mémoire"));
    }

    public override int Run(VerbRun run)
    {
        string name = run.Parsed.GetValue(_name)!;
        string? where = run.Parsed.GetValue(_where);
        string? file = run.Parsed.GetValue(_file);
        string? ids = run.Parsed.GetValue(_ids);
        if ((string?[])[where, file, ids] is var given && given.Count(text => text is not null) != 1)
        {
            throw new RefusedException(
                new Refusal("wrong_usage", new("Give one of --where, --file and --ids.", "Donnez l'un de --where, --file et --ids.")), ExitCode.WrongUsage);
        }

        IReadOnlyList<string>? keys = ids is null ? null : SegmentText.ReadKeys(ids);
        string text = file is not null ? SegmentText.Read(file) : SegmentText.Of(
            name,
            [("name", run.Parsed.GetValue(_title)), ("owner", run.Parsed.GetValue(_owner)), ("strategy", run.Parsed.GetValue(_strategy)), ("subject", run.Parsed.GetValue(_subject) == "account" ? "account" : null)],
            where);
        string note = run.Parsed.GetValue(_note) ?? string.Empty;
        using RunningServer? server = RunningServer.Of(run);
        if (server is null)
        {
            SegmentChoice.Change(run, "segment.saved", name, editing => editing.Save(name, text, keys, string.Empty, "local", note, run.Now));
        }
        else
        {
            server.Put($"/api/segments/{Uri.EscapeDataString(name)}", json => Ask(json, text, note, keys));
        }

        if (run.Json)
        {
            run.WriteJson(json =>
            {
                SegmentJson.Definition(json, SegmentChoice.Library(run).Unchecked(name)!);
                if (keys is not null)
                {
                    json.WriteNumber("keys", keys.Count);
                }
            });
            return ExitCode.Done;
        }

        run.Terminal.Out.WriteLine(keys is null
            ? run.Language.Say($"Segment {name} is saved. See it: parcours segment show {name}", $"Le segment {name} est enregistré. Pour le voir : parcours segment show {name}")
            : run.Language.Say(
                $"Segment {name} is saved, a list of {run.Language.Count(keys.Count)} keys. See it: parcours segment show {name}",
                $"Le segment {name} est enregistré, une liste de {run.Language.Count(keys.Count)} clés. Pour le voir : parcours segment show {name}"));
        return ExitCode.Done;
    }

    private static void Ask(Utf8JsonWriter json, string text, string note, IReadOnlyList<string>? keys)
    {
        json.WriteString("text", text);
        json.WriteString("note", note);
        if (keys is not null)
        {
            json.WriteTexts("ids", keys);
        }
    }
}
