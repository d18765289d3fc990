using System.Reflection;
using System.Text.RegularExpressions;

namespace Parcours.Architecture;

/// <summary>The arrows between assemblies, and between the capabilities of the domain: who may know whom.</summary>
public sealed partial class ArrowTests
{
    [Theory]
    [InlineData("Parcours.Domain", "")]
    [InlineData("Parcours.Statistics", "")]
    [InlineData("Parcours.Engine", "Parcours.Domain Parcours.Statistics")]
    [InlineData("Parcours.Storage.Sqlite", "Parcours.Domain Parcours.Engine")]
    [InlineData("Parcours.Web", "Parcours.Domain Parcours.Engine")]
    [InlineData("Parcours.Server", "Parcours.Domain Parcours.Engine Parcours.Web")]
    [InlineData("parcours", "Parcours.Domain Parcours.Statistics Parcours.Engine Parcours.Storage.Sqlite Parcours.Server")]
    public void Assembly_knows_only_what_its_arrows_allow(string assembly, string allowed)
    {
        var known = References(assembly).Where(name => name.StartsWith("Parcours", StringComparison.OrdinalIgnoreCase));

        Assert.Empty(known.Except(allowed.Split(' ')));
    }

    [Fact]
    public void Domain_uses_no_package_but_NodaTime() =>
        Assert.Empty(References("Parcours.Domain").Where(name => !name.StartsWith("System", StringComparison.Ordinal)).Except(["NodaTime"]));

    [Fact]
    public void Statistics_uses_no_package() =>
        Assert.Empty(References("Parcours.Statistics").Where(name => !name.StartsWith("System", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Parcours.Domain")]
    [InlineData("Parcours.Statistics")]
    [InlineData("Parcours.Engine")]
    [InlineData("Parcours.Web")]
    [InlineData("Parcours.Server")]
    [InlineData("parcours")]
    public void Database_driver_is_known_to_storage_alone(string assembly) =>
        Assert.Empty(References(assembly).Where(name => name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase)).Except(["Parcours.Storage.Sqlite"]));

    [Fact]
    public void Capabilities_of_the_domain_form_no_cycle()
    {
        // "Conversion uses Lifecycles" when a file of the one folder has a `using` of the other.
        var arrows = SourceFiles.Below("*.cs", "src/Parcours.Domain")
            .SelectMany(file => Capability().Matches(SourceFiles.Text(file)).Select(match => (From: file.Split('/')[2], To: match.Groups[1].Value)))
            .Where(arrow => arrow.From != arrow.To && !arrow.From.EndsWith(".cs", StringComparison.Ordinal))
            .Distinct()
            .ToList();

        // Take away, again and again, what leads nowhere and what nobody leads to; a cycle is what stays.
        while (arrows.RemoveAll(arrow => arrows.TrueForAll(other => other.From != arrow.To) || arrows.TrueForAll(other => other.To != arrow.From)) > 0)
        {
        }

        Assert.Empty(arrows);
    }

    private static IEnumerable<string> References(string assembly) => Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!);

    [GeneratedRegex(@"^using (?:static )?Parcours\.Domain\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Capability();
}
