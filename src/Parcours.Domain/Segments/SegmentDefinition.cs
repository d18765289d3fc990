using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;

namespace Parcours.Domain.Segments;

/// <summary>A segment as its file defines it: a rule, or a list, that says who is in it at any date.</summary>
/// <param name="Id">Its name in addresses and expressions, as "big-spenders".</param>
/// <param name="Name">Its title, as shown.</param>
/// <param name="Description">What it is for; empty when nothing was said.</param>
/// <param name="Owner">Who answers for it; empty when nobody does.</param>
/// <param name="Strategy">The strategy it belongs to; empty for none.</param>
/// <param name="Subject">Whom it is made of.</param>
/// <param name="Where">The condition of who is in it, with where it stands in the file; null for a list.</param>
public sealed record SegmentDefinition(
    string Id, LocalText Name, LocalText Description, string Owner, string Strategy, SubjectType Subject, SourceText? Where)
{
    /// <summary>The longest name.</summary>
    public const int LongestId = 60;

    /// <summary>What stands before a segment's name where segments stand among lifecycles.</summary>
    public const string Prefix = OtherDefinition.SegmentPrefix;

    /// <summary>The stage of who is in it, when it is seen as a lifecycle.</summary>
    public const int In = OtherDefinition.In;

    /// <summary>Whether it is a list of keys and no rule.</summary>
    public bool IsList => Where is null;

    /// <summary>Whether a text can name a segment: lower-case letters, digits, hyphens and underscores, the first a letter or digit.</summary>
    public static bool IsId(string text) =>
        text.Length is > 0 and <= LongestId && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_');

    /// <summary>
    /// The segment as a lifecycle of two stages, in it and out of it: what is known of stages (at any date, until when, announced once) is known of its members.
    /// </summary>
    public LifecycleDefinition AsLifecycle() => new(
        Prefix + Id, Name, string.Empty, Subject, false, [], null,
        [new Stage(In, "in", new("In", "Dedans"), -1), new Stage(In + 1, "out", new("Out", "Dehors"), -1)],
        [],
        [new StageRule(In, null, Where ?? new SourceText($"segment('{Id}')")), new StageRule(In + 1, null, new SourceText("always"))]);
}
