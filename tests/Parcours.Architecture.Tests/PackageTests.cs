using System.Text.RegularExpressions;

namespace Parcours.Architecture;

/// <summary>What we build from is written down, and comes from wherever the machine is told to get it.</summary>
public sealed partial class PackageTests
{
    private static readonly string[] _folders = ["src", "tests", "bench"];

    [Fact]
    public void Project_has_a_lock_file() =>
        Assert.Empty(SourceFiles.Below("*.csproj", _folders)
            .Where(project => !File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "packages.lock.json"))));

    [Fact]
    public void Project_is_part_of_the_solution() =>
        Assert.Empty(SourceFiles.Below("*.csproj", _folders).Where(project => !SourceFiles.Text("Parcours.slnx").Contains(project, StringComparison.Ordinal)));

    [Fact]
    public void Package_version_is_exact() =>
        Assert.Equal(PackageVersion().Count(SourceFiles.Text("Directory.Packages.props")), ExactVersion().Count(SourceFiles.Text("Directory.Packages.props")));

    [Fact]
    public void Pinned_package_is_used()
    {
        var projects = string.Concat(SourceFiles.Below("*.csproj", _folders).Concat(SourceFiles.Below("*.props", _folders)).Append("Directory.Build.props")
            .Select(SourceFiles.Text));

        Assert.Empty(PackageName().Matches(SourceFiles.Text("Directory.Packages.props")).Select(match => match.Groups[1].Value)
            .Where(name => !projects.Contains($"<PackageReference Include=\"{name}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Browser_asset_version_is_exact() =>
        Assert.DoesNotMatch("\"[~^><*]", SourceFiles.Text("eng/assets/package.json").Replace("\">=20\"", "", StringComparison.Ordinal));

    [Fact]
    public void Lock_file_names_no_registry() =>
        // npm's lock file also tells where its authors ask for donations.
        Assert.Empty(SourceFiles.Below("*lock*.json", "src", "tests", "bench", "eng").Where(file =>
            Array.Exists(SourceFiles.Lines(file), line => line.Contains("://", StringComparison.Ordinal) && !line.TrimStart().StartsWith("\"url\":", StringComparison.Ordinal))));

    [GeneratedRegex("<PackageVersion ")]
    private static partial Regex PackageVersion();

    [GeneratedRegex(@"<PackageVersion Include=""([^""]+)""")]
    private static partial Regex PackageName();

    [GeneratedRegex(@"Version=""\[[0-9][^,\]]*\]""")]
    private static partial Regex ExactVersion();
}
