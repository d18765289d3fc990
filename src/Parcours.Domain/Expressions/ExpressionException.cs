namespace Parcours.Domain.Expressions;

/// <summary>Carries an error from the depths of the parser or compiler to the door, which returns it as a value.</summary>
internal sealed class ExpressionException : Exception
{
    public ExpressionException(ExpressionError error)
        : base(error.ToString()) => Error = error;

    public ExpressionError Error { get; }
}
