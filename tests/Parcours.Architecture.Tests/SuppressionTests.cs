using System.Text.RegularExpressions;

namespace Parcours.Architecture;

/// <summary>Every rule that is switched off says why, where it is switched off.</summary>
public sealed partial class SuppressionTests
{
    [Fact]
    public void Pragma_carries_its_reason() =>
        Assert.Empty(Found(PragmaWithoutReason()));

    [Fact]
    public void SuppressMessage_carries_its_reason() =>
        Assert.Empty(Found(AttributeWithoutReason()));

    [Fact]
    public void Rule_switched_off_in_editorconfig_follows_its_reason()
    {
        var unexplained = new List<string>();
        var reason = "";
        foreach (var line in SourceFiles.Lines(".editorconfig"))
        {
            // A reason stands for the lines below it, up to the next one.
            if (line.StartsWith('#'))
            {
                reason = line;
            }
            else if (SwitchedOff().Match(line) is { Success: true } rule && !reason.Contains(rule.Groups[1].Value, StringComparison.Ordinal))
            {
                unexplained.Add(line);
            }
        }

        Assert.Empty(unexplained);
    }

    [Fact]
    public void NoWarn_in_a_project_follows_its_reason() =>
        Assert.Empty(SourceFiles.Below("*.csproj", "src", "tests", "bench")
            .Concat(SourceFiles.Below("*.props", "src", "tests", "bench"))
            .Append("Directory.Build.props")
            .Where(file => NoWarn().Count(SourceFiles.Text(file)) != NoWarnWithReason().Count(SourceFiles.Text(file))));

    private static IEnumerable<string> Found(Regex pattern) =>
        SourceFiles.CSharp.Where(file => !file.EndsWith("/SuppressionTests.cs", StringComparison.Ordinal) && pattern.IsMatch(SourceFiles.Text(file)));

    [GeneratedRegex(@"^\s*#pragma warning disable(?:(?!//).)*$", RegexOptions.Multiline)]
    private static partial Regex PragmaWithoutReason();

    [GeneratedRegex(@"\[(?:assembly: )?(?:Unconditional)?SuppressMessage\((?:(?!Justification)[^\]])*\]")]
    private static partial Regex AttributeWithoutReason();

    [GeneratedRegex(@"^dotnet_diagnostic\.(\w+)\.severity = none")]
    private static partial Regex SwitchedOff();

    [GeneratedRegex("<NoWarn>")]
    private static partial Regex NoWarn();

    [GeneratedRegex(@"-->\s*<NoWarn>")]
    private static partial Regex NoWarnWithReason();
}
