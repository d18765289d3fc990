using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Writing;

/// <summary>
/// The one sequence of stage colours, safe for colour-blind readers: blue from light to dark along the path, grey for before and unknown, orange to brown
/// for lapsing and lost. On a dark ground the same hues run in the same order through lighter tones, each with a contrast of 3 or more against it.
/// </summary>
internal static class StagePalette
{
    /// <summary>The grey of what comes before the path or is unknown.</summary>
    public const string Neutral = "#8b949e";

    private static readonly int[] Forward = [0xa3cdea, 0x78b2dc, 0x4f96cb, 0x3079b1, 0x215f93, 0x1b4b78];
    private static readonly int[] Warm = [0xe8a54b, 0xd5743a, 0xa9482d, 0x7f2f22];
    private static readonly int[] ForwardOnDark = [0xcfe6f6, 0xaed4ee, 0x8cc0e4, 0x6bacd9, 0x5297cb, 0x4182b8];
    private static readonly int[] WarmOnDark = [0xf2bd72, 0xe8934a, 0xd5743a, 0xc4604a];

    /// <summary>The colour of a stage on a light ground, by its place in its family.</summary>
    /// <param name="tone">The family.</param>
    /// <param name="place">From 0: its place on the path, or from the first to lapse to the worst lost.</param>
    /// <param name="count">How many stages of the family the lifecycle has.</param>
    public static string Color(StageTone tone, int place, int count) => Pick(tone, Forward, Warm, place, count);

    /// <summary>The colour of the same stage on a dark ground.</summary>
    public static string ColorOnDark(StageTone tone, int place, int count) => Pick(tone, ForwardOnDark, WarmOnDark, place, count);

    private static string Pick(StageTone tone, int[] forward, int[] warm, int place, int count) => tone switch
    {
        StageTone.Forward => Pick(forward, place, count),
        StageTone.Warm => Pick(warm, place, count),
        StageTone.Neutral => Neutral,
    };

    // A short path keeps clear of both ends, so that its colours read on white and on black.
    private static string Pick(int[] ramp, int place, int count)
    {
        double first = count >= ramp.Length - 1 ? 0 : 0.5;
        double last = count >= ramp.Length ? ramp.Length - 1 : count <= 2 ? ramp.Length - 2.5 : ramp.Length - 1.5;
        double at = count <= 1 ? (first + last) / 2 : first + ((last - first) * Math.Clamp(place, 0, count - 1) / (count - 1));
        int low = (int)at;
        int high = Math.Min(low + 1, ramp.Length - 1);
        return "#" + string.Concat(new[] { 16, 8, 0 }.Select(shift => Mix(ramp[low] >> shift, ramp[high] >> shift, at - low)));
    }

    private static string Mix(int from, int to, double share) =>
        ((int)Math.Round(((from & 255) * (1 - share)) + ((to & 255) * share))).ToString("x2", System.Globalization.CultureInfo.InvariantCulture);
}
