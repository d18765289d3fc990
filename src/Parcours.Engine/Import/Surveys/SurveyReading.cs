using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Import.Reading;
using Parcours.Engine.Import.Values;

namespace Parcours.Engine.Import.Surveys;

/// <summary>Reads survey answers: a column for each of NPS (0 to 10), CES (1 to 7) and CSAT (1 to 5), or a score with the survey's name beside it.</summary>
internal sealed class SurveyReading : LineReading
{
    private static readonly (Column Column, string Name)[] Scores = [(Column.Nps, "nps"), (Column.Ces, "ces"), (Column.Csat, "csat")];

    private readonly PersonColumns _people;
    private readonly DateColumn _dates;
    private readonly OtherColumns _others;
    private readonly List<(string Survey, long Score)> _found = [];

    public SurveyReading(LineContext context)
        : base(context)
    {
        _people = new PersonColumns(context);
        _dates = new DateColumn(context, context.Map[Column.Date], context.Map[Column.Time]);
        _others = new OtherColumns(context.Map, Column.Comment, Column.Campaign);
    }

    /// <inheritdoc/>
    public override Rejection Read(RowReader row)
    {
        Fault = null;
        _found.Clear();
        if (!_people.TryRead(row, out ReadOnlySpan<char> person))
        {
            return _people.Refusal;
        }

        Rejection rejection = _dates.Read(row, out Instant at, out FactFlags flags);
        if (rejection != Rejection.None)
        {
            return Refuse(rejection, Column.Date);
        }

        rejection = ReadScores(row);
        if (rejection != Rejection.None)
        {
            return rejection;
        }

        Feed feed = Context.Feed;
        feed.StartLine();
        int who = _people.Take(row, person);
        string? payload = _others.Read(row);
        foreach ((string survey, long score) in _found)
        {
            int item = feed.Term(survey);
            UInt128 id = feed.Ids.Start('s').Add((long)_people.Kind).Add(person).Add(_dates.Canonical).Add(survey).Add(score).Take(feed.Occurrences);
            feed.Fact(who, new Fact(at, score, item, FactKind.SurveyAnswer, 0, Fact.Pack(Channel.None, flags)), id).Payload = payload;
        }

        return Rejection.None;
    }

    private Rejection ReadScores(RowReader row)
    {
        foreach ((Column column, string name) in Scores)
        {
            if (!Text(row, column).IsEmpty && !TryScore(row, column, name))
            {
                return Refuse(Rejection.Score, column);
            }
        }

        if (!Text(row, Column.Score).IsEmpty)
        {
            string name = HeaderText.Plain(Text(row, Column.Survey));
            name = name.Contains("ces", StringComparison.Ordinal) || name.Contains("effort", StringComparison.Ordinal) ? "ces"
                : name.Contains("csat", StringComparison.Ordinal) || name.Contains("satisfaction", StringComparison.Ordinal) ? "csat"
                : name.Contains("nps", StringComparison.Ordinal) || name.Contains("promoter", StringComparison.Ordinal) || name.Contains("recommand", StringComparison.Ordinal) ? "nps" : string.Empty;
            if (name.Length == 0)
            {
                return Refuse(Rejection.KindOfFact, Column.Survey);
            }

            if (!TryScore(row, Column.Score, name))
            {
                return Refuse(Rejection.Score, Column.Score);
            }
        }

        return _found.Count > 0 ? Rejection.None : Rejection.Score;
    }

    private bool TryScore(RowReader row, Column column, string survey)
    {
        (long low, long high) = survey switch { "nps" => (0, 10), "ces" => (1, 7), _ => (1L, 5L) };
        bool read = NumberReader.TryRead(Text(row, column), Context.CommaDecimal, out Number number, out _) && number.TryThousandths(out int thousandths)
            && thousandths % 1000 == 0 && thousandths / 1000 >= low && thousandths / 1000 <= high;
        if (read)
        {
            number.TryThousandths(out int score);
            _found.Add((survey, score / 1000));
        }

        return read;
    }
}
