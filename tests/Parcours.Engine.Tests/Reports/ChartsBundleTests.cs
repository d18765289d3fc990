using System.Text;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Reports;

/// <summary>Apache ECharts as the build embeds it.</summary>
public sealed class ChartsBundleTests
{
    private const int LargestBytes = 750_000;

    private static string Bundle { get; } = Read();

    [Fact]
    public void Bundle_opens_with_its_licence() => Assert.StartsWith("/*! Apache ECharts 6", Bundle, StringComparison.Ordinal);

    [Fact]
    public void Bundle_stays_small() => Assert.InRange(Encoding.UTF8.GetByteCount(Bundle), 1, LargestBytes);

    [Theory]
    [InlineData("</script")]
    [InlineData("<!--")]
    public void Bundle_can_stand_inside_a_script_element(string breaking) =>
        Assert.DoesNotContain(breaking, Bundle, StringComparison.OrdinalIgnoreCase);

    private static string Read()
    {
        using var stream = typeof(WorkspaceException).Assembly.GetManifestResourceStream("Parcours.Engine.Reports.echarts.min.js")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
