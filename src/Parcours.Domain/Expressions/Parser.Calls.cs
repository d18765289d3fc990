using System.Globalization;
using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <content>What stands in the brackets of a word: arguments, or which facts.</content>
internal sealed partial class Parser
{
    private CallNode Call(Token name)
    {
        Next();
        var arguments = new List<Node>();
        if (!IsSymbol(")"))
        {
            if (Words.TakesFacts(name.Text))
            {
                arguments.Add(Query());
            }
            else
            {
                arguments.Add(Argument());
                while (IsSymbol(","))
                {
                    Next();
                    arguments.Add(Argument());
                }
            }
        }

        Take(")", Words.TakesFacts(name.Text) ? ", where, within, before, since, in period(...) or )" : ", or )");
        return Ended(new CallNode(name.Text, arguments, name.Offset));
    }

    private Node Argument()
    {
        if (!IsWord("at") || _tokens[_at + 1] is not { Kind: TokenKind.Symbol, Text: ":" })
        {
            return Or();
        }

        int offset = Next().Offset;
        Next();
        return Ended(new NamedNode("at", Sum(), offset));
    }

    private QueryNode Query()
    {
        int offset = Current.Offset;
        List<NameNode> kinds = Kinds();
        Node? where = null;
        if (IsWord("where"))
        {
            Next();
            where = Or();
        }

        WindowNode? window = null;
        if (IsWord("within") || IsWord("before"))
        {
            Token form = Next();
            window = Ended(new WindowNode(form.Text == "within" ? WindowForm.Within : WindowForm.Before, Sum(), [], default, 0, form.Offset));
        }
        else if (IsWord("since"))
        {
            int at = Next().Offset;
            List<NameNode> marks = Kinds();
            window = marks.Count > 0
                ? Ended(new WindowNode(WindowForm.Since, null, marks, default, 0, at))
                : throw Unexpected("a kind of fact after since, such as order", Words.Kinds);
        }
        else if (IsWord("in"))
        {
            window = InPeriod();
        }

        return Ended(new QueryNode(kinds, where, window, offset));
    }

    private List<NameNode> Kinds()
    {
        var kinds = new List<NameNode>();
        while (Current.Kind == TokenKind.Word && !Words.IsReserved(Current.Text))
        {
            Token kind = Next();
            kinds.Add(Ended(new NameNode(kind.Text, kind.Offset)));
            if (!IsSymbol(","))
            {
                break;
            }

            Next();
        }

        return kinds;
    }

    private WindowNode InPeriod()
    {
        int offset = Next().Offset;
        Token period = Next();
        if (period.Text != "period")
        {
            throw Error(period.Offset, $"{period} cannot follow in here", "period(week), period(month, -1)...", "period");
        }

        Take("(", "( and day, week, month, quarter or year");
        Token unit = Next();
        if (!Enum.TryParse(unit.Text, ignoreCase: true, out CalendarUnit parsed) || char.IsDigit(unit.Text.FirstOrDefault()))
        {
            throw Error(unit.Offset, $"{unit} is no calendar unit", "day, week, month, quarter or year", Spelling.Nearest(unit.Text, Words.CalendarUnits));
        }

        int shift = 0;
        if (IsSymbol(","))
        {
            Next();
            bool negative = IsSymbol("-");
            if (negative)
            {
                Next();
            }

            Token number = Next();
            if (number.Kind != TokenKind.Number || !int.TryParse(number.Text, CultureInfo.InvariantCulture, out shift) || (!negative && shift > 0) || shift > 10_000)
            {
                throw Error(number.Offset, $"{number} is not a number of periods back", "0 for the current period, -1 for the one before...", null);
            }

            shift = -shift;
        }

        Take(")", ", or )");
        return Ended(new WindowNode(WindowForm.Period, null, [], parsed, shift, offset));
    }
}
