namespace Parcours.Domain.Expressions;

/// <summary>Cuts an expression into tokens.</summary>
internal static class Lexer
{
    public static List<Token> Read(SourceText source)
    {
        string text = source.Text;
        var tokens = new List<Token>();
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
            }
            else if (char.IsAsciiDigit(c))
            {
                i = ReadNumberOrDate(text, i, tokens);
            }
            else if (char.IsLetter(c) || c == '_')
            {
                i = ReadWord(text, i, tokens);
            }
            else if (c is '\'' or '"')
            {
                i = ReadText(source, i, tokens);
            }
            else
            {
                i = ReadSymbol(source, i, tokens);
            }
        }

        tokens.Add(new Token(TokenKind.End, string.Empty, text.Length));
        return tokens;
    }

    private static int ReadNumberOrDate(string text, int start, List<Token> tokens)
    {
        int i = start;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || (text[i] == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))))
        {
            i++;
        }

        // 2026-03-01 is a date: four digits, a hyphen and the rest in the same shape. Anything else is a number (and perhaps a subtraction).
        if (i - start == 4 && i + 6 <= text.Length && DateOnly.TryParseExact(text.AsSpan(start, 10), "yyyy-MM-dd", out _))
        {
            i = start + 10;
        }

        tokens.Add(new Token(TokenKind.Number, text[start..i], start));
        return i;
    }

    private static int ReadWord(string text, int start, List<Token> tokens)
    {
        int i = start;
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '_' or '.'))
        {
            i++;
        }

        tokens.Add(new Token(TokenKind.Word, text[start..i], start));
        return i;
    }

    private static int ReadText(SourceText source, int start, List<Token> tokens)
    {
        int end = source.Text.IndexOf(source.Text[start], start + 1);
        if (end < 0)
        {
            (int line, int column) = source.At(start);
            throw new ExpressionException(new(line, column, "a text is opened and never closed", $"a closing {source.Text[start]}", null));
        }

        tokens.Add(new Token(TokenKind.Text, source.Text[(start + 1)..end], start));
        return end + 1;
    }

    private static int ReadSymbol(SourceText source, int start, List<Token> tokens)
    {
        string text = source.Text;
        string two = start + 1 < text.Length ? text.Substring(start, 2) : string.Empty;
        string symbol = two is ">=" or "<=" or "!=" ? two : text[start].ToString();
        if (symbol.Length == 1 && !"()<>=+-*/,:".Contains(symbol[0], StringComparison.Ordinal))
        {
            (int line, int column) = source.At(start);
            throw new ExpressionException(new(line, column, $"\"{symbol}\" has no meaning here", "a word, a number, a text in quotes, or one of ( ) , + - * / = != < <= > >=", null));
        }

        tokens.Add(new Token(TokenKind.Symbol, symbol, start));
        return start + symbol.Length;
    }
}
