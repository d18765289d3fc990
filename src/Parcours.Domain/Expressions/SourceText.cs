namespace Parcours.Domain.Expressions;

/// <summary>A piece of a definition file, with where it stands, so that an error can point at its exact place.</summary>
/// <param name="Text">The text of the expression.</param>
/// <param name="Line">The line of its first character, from 1.</param>
/// <param name="Column">The column of its first character, from 1.</param>
/// <param name="Indent">How many characters a following line loses on its left (the indent of a block); 0 when none.</param>
public sealed record SourceText(string Text, int Line = 1, int Column = 1, int Indent = 0)
{
    /// <summary>The line and column of a character.</summary>
    public (int Line, int Column) At(int offset)
    {
        int line = Line;
        int start = -1;
        for (int i = 0; i < offset && i < Text.Length; i++)
        {
            if (Text[i] == '\n')
            {
                line++;
                start = i;
            }
        }

        return start < 0 ? (line, Column + offset) : (line, Indent + offset - start);
    }
}
