namespace Parcours.Domain.Expressions;

/// <summary>One word, number, text or symbol of an expression.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Offset)
{
    public override string ToString() => Kind switch
    {
        TokenKind.End => "the end of the expression",
        TokenKind.Text => $"'{Text}'",
        _ => $"\"{Text}\"",
    };
}

internal enum TokenKind
{
    End,
    Number,
    Text,
    Word,
    Symbol,
}
