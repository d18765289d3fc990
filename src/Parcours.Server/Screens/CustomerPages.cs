using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Rfm;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Customers;
using Parcours.Engine.Identity;
using Parcours.Engine.Reports;
using Parcours.Server.Answers;
using Parcours.Server.Customers;
using Parcours.Server.Live;
using Parcours.Web.Customers;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>Reads what a list of customers shows: those of the question, and of them the part that is looked at.</summary>
internal sealed class CustomerPages(BaseAnswering answers, CustomerLists lists, ResolvedLifecycles resolved, LiveState live)
{
    /// <summary>A page of a list, or what is wrong with the question.</summary>
    internal async Task<CustomerList> OfAsync(Frame frame, CustomerQuery query, SubjectType type, CancellationToken cancellation)
    {
        AnswerSource known = answers.Known();
        string[] attributes = await lists.AttributesAsync(cancellation);
        LifecycleAnalysis? analysis = AnalysisOf(known, query, type);
        var empty = new CustomerList
        {
            IsOfAccounts = type == SubjectType.Account,
            Answer = string.Empty,
            Columns = CustomerColumn.Chosen(query.Columns, attributes, type),
            Stages = analysis is null ? [] : ShownStages.Of(analysis.Definition).Stages,
            Lifecycles = [.. known.AnalysesOf(type).Select(one => (one.Definition.Id, one.Definition.Name))],
            Groups = [.. (RfmMaps.Find(query.Map) ?? RfmMaps.Classic).Groups.Select(group => (group.Id, group.Name))],
            Segments = [.. known.Segments.Library.Ids.Select(id => (id, known.Segments.Library.Unchecked(id)?.Name ?? new LocalText(id, id)))],
            Attributes = attributes,
        };
        try
        {
            int[] subjects = await lists.OfAsync(QuestionOf(frame, query.Passing(), type, known, analysis));
            int from = Math.Min(query.After, subjects.Length);
            int[] shown = subjects[from..Math.Min(subjects.Length, from + CustomerList.PartLength)];
            return empty with
            {
                Answer = CustomerSentence.Of(frame, query.Passing(), empty, subjects.Length),
                Count = subjects.Length,
                Rows = [.. await RowsAsync(frame, known.Histories, analysis, MomentOf(frame, query, known), empty.Columns, shown)],
            };
        }
        catch (AnswerException refused)
        {
            return empty with
            {
                Answer = frame.Say("That cannot be shown as it is asked", "Cela ne peut pas être montré tel que demandé"),
                Fault = refused.Refusal.Sentence,
                IsExpressionWrong = refused.Refusal.Code == "wrong_expression",
            };
        }
    }

    /// <summary>Every line of a list as a spreadsheet gets it, part by part.</summary>
    /// <exception cref="AnswerException">The question cannot be understood.</exception>
    internal async Task<(IReadOnlyList<CustomerColumn> Columns, IAsyncEnumerable<CustomerRow> Rows)> EverybodyAsync(
        Frame frame, CustomerQuery query, SubjectType type, CancellationToken cancellation)
    {
        AnswerSource known = answers.Known();
        IReadOnlyList<CustomerColumn> columns = CustomerColumn.Chosen(query.Columns, await lists.AttributesAsync(cancellation), type);
        columns = columns.Any(column => column.Id == "key") ? columns : [.. columns, CustomerColumn.All.First(column => column.Id == "key")];
        LifecycleAnalysis? analysis = AnalysisOf(known, query, type);
        int[] subjects = await lists.OfAsync(QuestionOf(frame, query.Passing(), type, known, analysis));
        return (columns, InParts());

        async IAsyncEnumerable<CustomerRow> InParts()
        {
            const int part = 1000;
            for (int from = 0; from < subjects.Length; from += part)
            {
                foreach (CustomerRow row in await RowsAsync(frame, known.Histories, analysis, MomentOf(frame, query, known), columns, subjects[from..Math.Min(subjects.Length, from + part)]))
                {
                    yield return row;
                }
            }
        }
    }

    private async Task<IEnumerable<CustomerRow>> RowsAsync(Frame frame, HistoryBase histories, LifecycleAnalysis? analysis, Instant at, IReadOnlyList<CustomerColumn> columns, int[] subjects)
    {
        bool needsKeys = columns.Any(column => column.Id is "email" or "phone");
        (IdentityKind, string)[][] keys = !needsKeys ? [] : await live.Workspace.Ask(graph =>
            subjects.Select(subject => graph.MembersOf(subject).Select(member => graph[member]).ToArray()).ToArray());
        var cells = new CustomerCells(frame, histories, analysis, at);
        return subjects.Select((subject, i) => new CustomerRow(cells.Of(subject, needsKeys ? keys[i] : [], columns)));
    }

    // As profiles read it where it is resolved already; else as the base itself says.
    private LifecycleAnalysis? AnalysisOf(AnswerSource known, CustomerQuery query, SubjectType type)
    {
        string id = query.Lifecycle.Length > 0 ? query.Lifecycle : FrameReading.UsualLifecycle;
        LifecycleAnalysis[] all = [.. known.AnalysesOf(type)];
        LifecycleAnalysis? meant = Array.Find(all, analysis => analysis.Definition.Id == id) ?? (type == SubjectType.Account ? all.FirstOrDefault() : null);
        return meant is null ? null : resolved.On(known.Histories, type).FirstOrDefault(lifecycle => lifecycle.Analysis.Definition.Id == meant.Definition.Id)?.Analysis ?? meant;
    }

    private static Instant MomentOf(Frame frame, CustomerQuery query, AnswerSource known) =>
        query.To.Length > 0 ? known.At(query.To, Instant.Never) : FrameReading.MomentOf(frame, known.Histories);

    private static CustomerLists.Question QuestionOf(Frame frame, CustomerQuery query, SubjectType type, AnswerSource known, LifecycleAnalysis? analysis)
    {
        string? lifecycle = analysis?.Definition.Id ?? (query.Lifecycle.Length > 0 ? query.Lifecycle : null);
        bool moved = query.From.Length > 0 || query.To.Length > 0 || query.FromStage.Length > 0 || query.ToStage.Length > 0;
        Instant at = MomentOf(frame, query, known);
        var segment = new SegmentAsked
        {
            Type = type,
            Lifecycle = lifecycle,
            Stage = Some(query.Stage),
            Rfm = Some(query.Rfm),
            Map = Some(query.Map),
            Where = Some(query.Where),
            Segment = Some(query.Segment),
            Passage = !moved ? null : new(
                known.At(query.From, Instant.Beginning), at, query.FromStage == "none" ? string.Empty : Some(query.FromStage), Some(query.ToStage)),
        };
        string sort = query.Sort.TrimStart('-');
        CustomerOrder by = CustomerColumn.All.FirstOrDefault(column => column.Id == sort)?.Order ?? CustomerOrder.Known;
        return new CustomerLists.Question(segment, query.Text, at, by, query.Sort.StartsWith('-'));
    }

    private static string? Some(string text) => text.Length == 0 ? null : text;
}
