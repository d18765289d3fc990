using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Definitions;
using YamlDotNet.RepresentationModel;

namespace Parcours.Engine.Retention;

/// <summary>
/// How long people are kept: the condition under which somebody's time is over. The default is what the French authority (CNIL) recommends for customers who buy
/// nothing and prospects: three years after their last contact, made by them. An open is none, nor is a message we sent; a click, a visit, an order are.
/// </summary>
/// <param name="Expired">The condition, in the language of stages.</param>
public sealed record RetentionRule(SourceText Expired)
{
    /// <summary>The file of a workspace's folder that says otherwise.</summary>
    public const string FileName = "retention.yaml";

    /// <summary>Three years without any act of the person, and nothing that runs.</summary>
    public static RetentionRule Default { get; } = new(new SourceText(
        "silence(activity) >= 3 years and age >= 3 years and not running(subscription) and not running(contract)"));

    /// <summary>The rule of a workspace's folder; the default when there is no file. Null with errors when the file cannot be used.</summary>
    /// <param name="folder">The workspace's folder.</param>
    /// <param name="histories">The base the rule is for.</param>
    public static (RetentionRule? Rule, ImmutableArray<ExpressionError> Errors) InFolder(string folder, HistoryBase histories)
    {
        string path = Path.Combine(folder, FileName);
        return File.Exists(path) ? Read(File.ReadAllText(path), histories) : (Default, []);
    }

    /// <summary>
    /// The customers whose time is over at an instant, in order of their places. Accounts are no persons, and somebody of whom nothing is dated is left out: nobody knows
    /// when they came.
    /// </summary>
    public IReadOnlyList<int> ExpiredAt(HistoryBase histories, Instant at)
    {
        Condition condition = Condition.Compile(Expired, histories, out ExpressionError? error)
            ?? throw new InvalidOperationException($"A checked condition has an error: {error}");
        var found = new List<int>();
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            if (IsPerson(histories, subject) && condition.Holds(subject, at))
            {
                found.Add(subject);
            }
        }

        return found;
    }

    internal static (RetentionRule? Rule, ImmutableArray<ExpressionError> Errors) Read(string text, HistoryBase histories)
    {
        var file = new DefinitionFile(text);
        RetentionRule? rule = null;
        if (file.Root("retention") is { } root)
        {
            Dictionary<string, YamlNode> top = file.Entries(root, ["expired"], FileName);
            if (top.TryGetValue("expired", out YamlNode? node))
            {
                rule = new RetentionRule(file.Source(node));
                if (Condition.Compile(rule.Expired, histories, out ExpressionError? error) is null)
                {
                    file.Error(error!);
                }
            }
            else
            {
                file.Error(root, "expired: is missing", "a condition such as silence(activity) >= 3 years", null);
            }
        }

        return (file.IsSound ? rule : null, file.Errors);
    }

    private static bool IsPerson(HistoryBase histories, int subject)
    {
        if (histories.Subjects.TypeOf(subject) == SubjectType.Account || histories.Subjects.Utf8KeyOf(subject).StartsWith("erased-"u8))
        {
            return false;
        }

        foreach (ref readonly Domain.Facts.Fact fact in histories[subject].Facts)
        {
            if (!UndatedFacts.IsUndated(fact))
            {
                return true;
            }
        }

        return false;
    }
}
