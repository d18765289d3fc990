using System.Globalization;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Domain.Expressions;

/// <summary>
/// Reads an expression by recursive descent: <c>or</c>, <c>and</c>, <c>not</c>, comparison, sum, product, factor.
/// </summary>
internal sealed partial class Parser
{
    /// <summary>Deeper nesting is refused, so that hostile input cannot exhaust the stack.</summary>
    private const int DeepestNesting = 100;

    private readonly SourceText _source;
    private readonly List<Token> _tokens;
    private int _at;
    private int _depth;

    private Parser(SourceText source)
    {
        _source = source;
        _tokens = Lexer.Read(source);
    }

    private Token Current => _tokens[_at];

    public static Node Parse(SourceText source)
    {
        var parser = new Parser(source);
        Node node = parser.Or();
        if (parser.Current.Kind != TokenKind.End)
        {
            throw parser.Unexpected("an operator (and, or, =, <, >=, +, ...) or the end", Words.Reserved.Concat(Words.UnitNames));
        }

        return node;
    }

    private Node Or()
    {
        Node left = And();
        while (IsWord("or"))
        {
            int offset = Next().Offset;
            left = Joined("or", left, And(), offset);
        }

        return left;
    }

    private Node And()
    {
        Node left = Not();
        while (IsWord("and"))
        {
            int offset = Next().Offset;
            left = Joined("and", left, Not(), offset);
        }

        return left;
    }

    private Node Not()
    {
        if (!IsWord("not"))
        {
            return Comparison();
        }

        int offset = Next().Offset;
        return Nested(() => Ended(new UnaryNode("not", Not(), offset)));
    }

    private Node Comparison()
    {
        Node left = Sum();
        if (Current is { Kind: TokenKind.Symbol, Text: "=" or "!=" or "<" or "<=" or ">" or ">=" })
        {
            Token symbol = Next();
            return Joined(symbol.Text, left, Sum(), symbol.Offset);
        }

        if (IsWord("contains"))
        {
            int offset = Next().Offset;
            return Joined("contains", left, Sum(), offset);
        }

        if (IsWord("in") && !(_tokens[_at + 1] is { Kind: TokenKind.Word, Text: "period" }))
        {
            int offset = Next().Offset;
            Take("(", "( and the list");
            var list = new List<Node> { Sum() };
            while (IsSymbol(","))
            {
                Next();
                list.Add(Sum());
            }

            Take(")", ", or )");
            return Ended(new InNode(left, list, offset) { Start = left.Start });
        }

        return left;
    }

    private Node Sum()
    {
        Node left = Product();
        while (Current is { Kind: TokenKind.Symbol, Text: "+" or "-" })
        {
            Token symbol = Next();
            left = Joined(symbol.Text, left, Product(), symbol.Offset);
        }

        return left;
    }

    private Node Product()
    {
        Node left = Factor();
        while (Current is { Kind: TokenKind.Symbol, Text: "*" or "/" })
        {
            Token symbol = Next();
            left = Joined(symbol.Text, left, Factor(), symbol.Offset);
        }

        return left;
    }

    private Node Factor()
    {
        Token token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Next();
                return Number(token);
            case TokenKind.Text:
                Next();
                return Ended(new TextNode(token.Text, token.Offset));
            case TokenKind.Word when !Words.IsReserved(token.Text):
                Next();
                if (token.Text == "distinct" && Current.Kind == TokenKind.Word)
                {
                    token = token with { Text = "distinct " + Next().Text };
                }

                return IsSymbol("(") ? Nested(() => Call(token)) : Ended(new NameNode(token.Text, token.Offset));
            case TokenKind.Symbol when token.Text == "(":
                Next();
                return Nested(() =>
                {
                    Node inner = Or();
                    Take(")", ") to close the bracket");
                    return Ended(inner with { Start = token.Offset });
                });
            case TokenKind.Symbol when token.Text == "-":
                Next();
                return Nested(() => Ended(new UnaryNode("-", Factor(), token.Offset)));
            default:
                throw Unexpected("a word, a number, a text in quotes or (", Words.All);
        }
    }

    private Node Number(Token token)
    {
        if (token.Text.Length == 10 && token.Text[4] == '-')
        {
            return Ended(new DateNode(Calendar.DayOf(DateOnly.ParseExact(token.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture)), token.Offset));
        }

        if (!double.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) || value > 1e15)
        {
            throw Error(token.Offset, $"\"{token.Text}\" is not a number one can use", "a number such as 12 or 0.8", null);
        }

        if (Current.Kind == TokenKind.Word && Words.UnitOf(Current.Text) is { } unit)
        {
            Next();
            return Ended(new PeriodNode(Words.PeriodOf(value, unit), token.Offset));
        }

        return Ended(new NumberNode(value, token.Offset));
    }

    private bool IsWord(string word) => Current.Kind == TokenKind.Word && Current.Text == word;

    private bool IsSymbol(string symbol) => Current.Kind == TokenKind.Symbol && Current.Text == symbol;

    private Token Next()
    {
        Token token = Current;
        if (token.Kind != TokenKind.End)
        {
            _at++;
        }

        return token;
    }

    private void Take(string symbol, string expected)
    {
        if (!IsSymbol(symbol))
        {
            throw Unexpected(expected, Words.Reserved);
        }

        Next();
    }

    private T Nested<T>(Func<T> read)
    {
        if (++_depth > DeepestNesting)
        {
            throw Error(Current.Offset, "the expression is nested too deeply", "at most 100 levels of brackets", null);
        }

        T node = read();
        _depth--;
        return node;
    }

    private BinaryNode Joined(string op, Node left, Node right, int offset) => Ended(new BinaryNode(op, left, right, offset) { Start = left.Start });

    private T Ended<T>(T node)
        where T : Node
    {
        Token last = _tokens[Math.Max(0, _at - 1)];
        return node with { End = last.Offset + last.Text.Length + (last.Kind == TokenKind.Text ? 2 : 0) };
    }

    private ExpressionException Unexpected(string expected, IEnumerable<string> near) =>
        Error(Current.Offset, $"{Current} was not expected here", expected, Current.Kind == TokenKind.Word ? Spelling.Nearest(Current.Text, near) : null);

    private ExpressionException Error(int offset, string problem, string expected, string? nearest)
    {
        (int line, int column) = _source.At(offset);
        return new ExpressionException(new(line, column, problem, expected, nearest));
    }
}
