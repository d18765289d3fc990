using Parcours.Cli.Frame;
using Parcours.Cli.Lifecycles;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Lifecycles;

namespace Parcours.Cli.Rhythm;

/// <summary>The inactivity threshold of the CRM stages.</summary>
internal static class InactiveAfter
{
    /// <summary>How it is found: by the workspace's own file when it has one, by the product's otherwise.</summary>
    public static ThresholdRule Of(VerbRun run)
    {
        var library = new LifecycleLibrary(run.WorkspaceFolder, _ => null);
        return LifecycleChoice.Find(library, "crm-segments", asWritten: true).Thresholds.FirstOrDefault(rule => rule.Name == "inactive_after")
            ?? BuiltInLifecycles.Find("crm-segments")!.Thresholds.First(rule => rule.Name == "inactive_after");
    }
}
