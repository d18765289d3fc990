using System.Security.Cryptography;
using System.Text;
using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Lifecycles;

/// <summary>What tells two definitions apart that may share an id: a hash of all that stages depend on, names and reasons left out.</summary>
internal static class LifecycleFingerprint
{
    /// <summary>The fingerprint of a definition, what was adopted included.</summary>
    public static string Of(LifecycleDefinition definition)
    {
        string text = string.Join('\n', [
            definition.Id, definition.Subject.ToString(), definition.ForwardOnly.ToString(), definition.Target?.Text ?? string.Empty,
            .. definition.Thresholds.Select(rule => rule.ToString()),
            .. definition.Stages.Select(stage => stage.Id),
            .. definition.Path.Select(index => definition.Stages[index].Id),
            .. definition.Rules.Select(rule => $"{rule.Stage} {rule.When.Text.Trim()}"),
        ]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
