using System.Globalization;

namespace Parcours.Domain.Expressions;

/// <summary>What is wrong with an expression or a definition, and where.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Problem">What was found, in one sentence without a final point.</param>
/// <param name="Expected">What would be right there; empty when the problem says it all.</param>
/// <param name="Nearest">The nearest valid word; null when none is near.</param>
public sealed record ExpressionError(int Line, int Column, string Problem, string Expected, string? Nearest)
{
    /// <summary>The error on one line: place, problem, what was expected, the nearest valid word.</summary>
    public override string ToString()
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"line {Line}, column {Column}: {Problem}");
        text += Expected.Length > 0 ? $"; expected {Expected}" : string.Empty;
        return Nearest is null ? text : $"{text}; did you mean \"{Nearest}\"?";
    }
}
