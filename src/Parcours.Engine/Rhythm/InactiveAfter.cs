using Parcours.Domain.Lifecycles;
using Parcours.Engine.Definitions;
using Parcours.Engine.Lifecycles;

namespace Parcours.Engine.Rhythm;

/// <summary>The inactivity threshold of the CRM stages.</summary>
public static class InactiveAfter
{
    private const string Lifecycle = "crm-segments";
    private const string Name = "inactive_after";

    /// <summary>How it is found: by the workspace's own file when it has one, by the product's otherwise.</summary>
    /// <exception cref="DefinitionException">The company's own file has errors.</exception>
    public static ThresholdRule Of(LifecycleLibrary library) =>
        library.AsWritten(Lifecycle)!.Thresholds.FirstOrDefault(rule => rule.Name == Name) ?? BuiltInLifecycles.Find(Lifecycle)!.Thresholds.First(rule => rule.Name == Name);
}
