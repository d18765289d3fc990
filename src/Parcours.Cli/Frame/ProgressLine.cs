namespace Parcours.Cli.Frame;

/// <summary>
/// One line of the error output that says how far a long verb is: share, count, rate, time left. Nothing is written when nobody watches.
/// Disposing it clears the line.
/// </summary>
internal sealed class ProgressLine(Terminal terminal, TimeProvider time, Language language) : IDisposable
{
    private const int BarWidth = 24;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(150);

    private readonly long _begun = time.GetTimestamp();
    private long _shown;

    /// <summary>Shows how far it is, if the line is due again.</summary>
    /// <param name="share">Done of the whole, 0 to 1.</param>
    /// <param name="count">How many things are done.</param>
    /// <param name="things">What they are, in the reader's language.</param>
    public void Show(double share, long count, string things)
    {
        if (!terminal.WatchesProgress || (_shown != 0 && time.GetElapsedTime(_shown) < Pace))
        {
            return;
        }

        _shown = time.GetTimestamp();
        double seconds = Math.Max(time.GetElapsedTime(_begun).TotalSeconds, 0.001);
        double left = share > 0 ? seconds * (1 - share) / share : 0;
        int full = (int)Math.Round(Math.Clamp(share, 0, 1) * BarWidth);
        string text = $"{new string('█', full)}{new string('░', BarWidth - full)} {language.Percent(share, 0)}  {language.Count(count)} {things}  "
            + language.Say(
                $"{language.Count((long)(count / seconds))}/s  {language.Count((long)Math.Ceiling(left))} s left",
                $"{language.Count((long)(count / seconds))}/s  reste {language.Count((long)Math.Ceiling(left))} s");
        Write(text);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_shown != 0)
        {
            Write(string.Empty);
        }
    }

    private void Write(string text)
    {
        int width = Math.Max(terminal.Width - 1, 20);
        string cut = text.Length > width ? text[..width] : text;
        terminal.Error.Write("\r" + cut.PadRight(width) + (text.Length == 0 ? "\r" : string.Empty));
    }
}
