using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parcours.Domain.Customers;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Customers;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Assistant;

/// <summary>Answers from a workspace, read beside whoever writes to it; read anew when the answers would be some minutes old.</summary>
/// <param name="open">Opens the workspace to read.</param>
/// <param name="folder">Its folder.</param>
/// <param name="time">What time it is.</param>
/// <param name="language">"en" or "fr".</param>
internal sealed class WorkspaceAnswers(Func<IWorkspaceStore> open, string folder, TimeProvider time, string language) : IAssistantAnswers
{
    /// <summary>How many facts of a customer are told: the latest.</summary>
    public const int FactsShown = 50;

    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan _goodFor = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private IWorkspaceStore? _store;
    private AnswerSource? _known;
    private DateTimeOffset _since;

    private Instant Now => Instant.From(time.GetUtcNow());

    public string Find(string text, int limit) => Answer((json, known, store) =>
    {
        HistoryBase histories = known.Histories;
        bool[] found = AttributeMatches.Of(histories, text);
        int exact = store.FindSubject(text);
        using ILiveRecords records = store.OpenRecords();
        foreach (int subject in records.Keys(text, limit + 1).Select(store.FindSubject).Where(subject => subject >= 0))
        {
            found[subject] = true;
        }

        IEnumerable<int> others = Enumerable.Range(0, histories.SubjectCount).Where(subject => subject != exact && found[subject]);
        json.WriteStartArray("items");
        foreach (int subject in (exact >= 0 ? others.Prepend(exact) : others).Take(limit))
        {
            CustomerRowJson.Write(json, histories, subject, Now);
        }

        json.WriteEndArray();
    });

    public string Customer(string key) => Answer((json, known, store) =>
    {
        int subject = store.FindSubject(key);
        if (subject < 0)
        {
            throw new AnswerException(MergeRefusal.Unknown(key));
        }

        HistoryBase histories = known.Histories;
        Instant now = Now;
        History history = histories[subject].Until(now);
        IEnumerable<CustomerStages> stages = known.AnalysesOf(histories.Subjects.TypeOf(subject))
            .Select(analysis => CustomerStages.Of(analysis, subject, now, language)).OfType<CustomerStages>();
        CustomerJson.Write(json, histories.Subjects.KeyOf(subject), FactLines.Of(histories, store, subject, now).Reverse().Take(FactsShown), stages);
        ProfileJson.Write(json, histories, subject, CustomerOrders.Of(histories, subject, now), history);
    });

    public string Stages(string lifecycle, string? at, string? from) => Answer((json, known, _) => LifecycleAnswers.Stages(json, known, Now, lifecycle, at, from));

    public string Conversion(string lifecycle, string? at) => Answer((json, known, _) => LifecycleAnswers.Conversion(json, known, Now, lifecycle, at, null, null));

    public string AtRisk(int limit, string? definition) => Answer((json, known, _) =>
        PredictionAnswers.AtRisk(json, known.Histories, PredictionAnswers.Scores(known, null, definition), limit, language));

    public string SegmentSize(SegmentAsked asked, string? at) => Answer((json, known, _) => SegmentAnswers.Size(json, known, Now, asked, at));

    public string Lifecycles() => Answer((json, known, _) => LifecycleAnswers.List(json, known, language));

    public void Dispose() => _store?.Dispose();

    private string Answer(Action<Utf8JsonWriter, AnswerSource, IWorkspaceStore> members)
    {
        lock (_gate)
        {
            try
            {
                if (_known is null || time.GetUtcNow() - _since > _goodFor)
                {
                    _store ??= open();
                    _known = new AnswerSource(_store.Load(null), new LifecycleLibrary(folder, _store.Document), folder, keys => keys.Select(_store.FindSubject));
                    _since = time.GetUtcNow();
                }

                var bytes = new ArrayBufferWriter<byte>();
                using (var json = new Utf8JsonWriter(bytes, _options))
                {
                    json.WriteStartObject();
                    members(json, _known, _store!);
                    json.WriteEndObject();
                }

                return Encoding.UTF8.GetString(bytes.WrittenSpan);
            }
            catch (AnswerException refused)
            {
                throw new AssistantException(refused.Refusal.Sentence.In(language));
            }
            catch (WorkspaceException refused)
            {
                throw new AssistantException(refused.Refusal.Sentence);
            }
        }
    }
}
