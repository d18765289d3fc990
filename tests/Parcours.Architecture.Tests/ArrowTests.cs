using System.Reflection;

namespace Parcours.Architecture;

/// <summary>The arrows between assemblies: who may know whom.</summary>
public sealed class ArrowTests
{
    [Theory]
    [InlineData("Parcours.Domain", "")]
    [InlineData("Parcours.Engine", "Parcours.Domain")]
    [InlineData("Parcours.Storage.Sqlite", "Parcours.Domain Parcours.Engine")]
    [InlineData("parcours", "Parcours.Domain Parcours.Engine Parcours.Storage.Sqlite")]
    public void Assembly_knows_only_what_its_arrows_allow(string assembly, string allowed)
    {
        var known = Assembly.Load(assembly).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Parcours", StringComparison.OrdinalIgnoreCase));

        Assert.Empty(known.Except(allowed.Split(' ')));
    }
}
