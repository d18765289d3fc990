using System.Collections.Immutable;
using Parcours.Domain.Expressions;

namespace Parcours.Engine.Definitions;

/// <summary>Carries the errors of a company's own definition to the verb that words them.</summary>
public sealed class DefinitionException : Exception
{
    /// <summary>Carries the errors of a file.</summary>
    public DefinitionException(string file, ImmutableArray<ExpressionError> errors)
        : base($"{file} cannot be used: {errors[0]}")
    {
        File = file;
        Errors = errors;
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>What is wrong, in the order of the file.</summary>
    public ImmutableArray<ExpressionError> Errors { get; }
}
