using Microsoft.AspNetCore.WebUtilities;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Access;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Web.Shell;

/// <summary>What every page knows of its reader, of the workspace and of its own address.</summary>
/// <param name="Language">The reader's language.</param>
/// <param name="Theme">"light", "dark", or "auto" for the machine's.</param>
/// <param name="Path">The path of the address, as <c>/lifecycle</c>.</param>
/// <param name="Query">The query of the address, with its question mark; empty for none.</param>
/// <param name="Operator">Who is signed in; null for the owner of the machine.</param>
/// <param name="Workspace">The workspace's name.</param>
/// <param name="Currency">Its currency; 0 for none yet.</param>
/// <param name="FirstDay">The local day of the first fact; null for an empty base.</param>
/// <param name="LastDay">The last day a date control reaches: that of the last fact, or today.</param>
public sealed record Frame(
    ReportLanguage Language, string Theme, string Path, string Query, Operator? Operator, string Workspace, byte Currency, DateOnly? FirstDay, DateOnly LastDay)
{
    /// <summary>The date in the address, which analytical pages keep between them; null for the last day.</summary>
    public DateOnly? At { get; init; }

    /// <summary>The lifecycle in the address, kept likewise; null for the usual one.</summary>
    public string? Lifecycle { get; init; }

    /// <summary>What the reader may do.</summary>
    public Role Role => Operator?.Role ?? Role.Owner;

    /// <summary>Whether there is nothing to look at yet.</summary>
    public bool IsEmpty => FirstDay is null;

    /// <summary>The date shown.</summary>
    public DateOnly Date => At ?? LastDay;

    /// <summary>Whether the reader may do what a role may.</summary>
    public bool May(Role least) => Role >= least;

    /// <summary>A text in the reader's language.</summary>
    public string Say(string english, string french) => Language.IsFrench ? french : english;

    /// <summary>A text in the reader's language.</summary>
    public string Say(LocalText text) => Language.Text(text);

    /// <summary>A sentence whose French punctuation stays on the line of its word.</summary>
    public string Whole(string sentence) => !Language.IsFrench ? sentence
        : sentence.Replace(" ;", "\u00a0;", StringComparison.Ordinal).Replace(" :", "\u00a0:", StringComparison.Ordinal).Replace(" ?", "\u00a0?", StringComparison.Ordinal)
            .Replace(" !", "\u00a0!", StringComparison.Ordinal).Replace("« ", "«\u00a0", StringComparison.Ordinal).Replace(" »", "\u00a0»", StringComparison.Ordinal);

    /// <summary>The address of another page, the date and the lifecycle kept.</summary>
    public string To(string path) => With(path, ("at", Iso(At)), ("lifecycle", Lifecycle));

    /// <summary>An address with values in its query; null leaves one out.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        string address = path;
        foreach ((string name, string? value) in values)
        {
            address = value is null ? address : QueryHelpers.AddQueryString(address, name, value);
        }

        return address;
    }

    /// <summary>A date as addresses and fields hold it; null for none.</summary>
    public static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
