using System.CommandLine;

namespace Parcours.Cli.Frame;

/// <summary>The options that every verb takes.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Makes them, described in a language.</summary>
    public GlobalOptions(Language language)
    {
        Workspace = Option<string?>("--workspace", "DIR", language.Say(
            "The workspace folder; else PARCOURS_WORKSPACE, else ./parcours-data",
            "Le dossier de l'espace ; sinon PARCOURS_WORKSPACE, sinon ./parcours-data"));
        Json = Option<bool>("--json", null, language.Say("Answer in JSON, for machines", "Répondre en JSON, pour les machines"));
        Lang = Option<string?>("--lang", "en|fr", language.Say("The language; else the system's", "La langue ; sinon celle du système"));
        Lang.AcceptOnlyFromAmong("en", "fr");
        Help = Option<bool>("--help", null, language.Say("Show this help", "Afficher cette aide"), "-h", "-?");
        Version = Option<bool>("--version", null, language.Say("Show the version", "Afficher la version"));
    }

    /// <summary>The workspace folder.</summary>
    public Option<string?> Workspace { get; }

    /// <summary>Whether machines read the answer.</summary>
    public Option<bool> Json { get; }

    /// <summary>The language asked for.</summary>
    public Option<string?> Lang { get; }

    /// <summary>Whether help is asked for.</summary>
    public Option<bool> Help { get; }

    /// <summary>Whether the version is asked for.</summary>
    public Option<bool> Version { get; }

    /// <summary>All of them, in the order help shows them.</summary>
    public IReadOnlyList<Option> All => [Workspace, Json, Lang, Help, Version];

    private static Option<T> Option<T>(string name, string? value, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = value, Recursive = true };
}
