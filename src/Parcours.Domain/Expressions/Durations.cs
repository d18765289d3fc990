using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <summary>Reads a length of time written as the language writes it: "90 days", "3 years", "36 hours".</summary>
public static class Durations
{
    /// <summary>The period a text says; null with the error when it says none.</summary>
    /// <param name="source">The text, with where it stands.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    public static Period? Parse(SourceText source, out ExpressionError? error)
    {
        try
        {
            if (Parser.Parse(source) is PeriodNode period)
            {
                error = null;
                return period.Value;
            }

            error = new(source.Line, source.Column, $"\"{source.Text}\" is no length of time", "a number and a unit, such as 90 days or 3 years", null);
        }
        catch (ExpressionException e)
        {
            error = e.Error;
        }

        return null;
    }
}
