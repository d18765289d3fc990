using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Segments;

namespace Parcours.Server.Segments;

/// <summary>The members of a segment as lines of a file.</summary>
internal sealed class SegmentExport
{
    private readonly HistoryBase _histories;
    private readonly LifecycleAnalysis _analysis;
    private readonly Instant _at;
    private readonly Dictionary<int, long> _spends;

    /// <summary>Prepares it: an unknown segment or date is refused before the first byte.</summary>
    internal SegmentExport(AnswerSource known, string name, string? at, TimeProvider time)
    {
        _histories = known.Histories;
        _analysis = known.AnalyseSegment(name);
        _at = known.At(at, Instant.From(time.GetUtcNow()));
        SegmentCounter counter = known.Segments.Counter;
        _spends = counter.Sample(counter.Everybody(_analysis.Definition.Subject, _at), _at, _histories.SubjectCount).ToDictionary(one => one.Subject, one => one.Spend);
    }

    /// <summary>Writes a CSV file, a member a step.</summary>
    internal IEnumerable<bool> WriteCsv(TextWriter to)
    {
        to.WriteLine("id,since,until,spend,currency");
        foreach (SegmentMember member in SegmentMember.Of(_analysis, _at))
        {
            to.WriteLine(string.Join(',',
                CsvText.Field(_histories.Subjects.KeyOf(member.Subject)), member.Since.ToString(), member.Until == Instant.Never ? string.Empty : member.Until.ToString(),
                new Money(_spends.GetValueOrDefault(member.Subject), _histories.Currency).ToString(), Currencies.CodeOf(_histories.Currency)));
            yield return true;
        }
    }
}
