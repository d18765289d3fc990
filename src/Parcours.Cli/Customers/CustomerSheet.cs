using Parcours.Cli.Frame;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Customers;

namespace Parcours.Cli.Customers;

/// <summary>One customer, for people: a sentence, where it stands under each lifecycle and until when, its stages over time, its facts.</summary>
internal sealed class CustomerSheet(VerbRun run, HistoryBase histories)
{
    private const int FactsShown = 20;
    private const string Told = "crm-segments";

    private readonly Language _language = run.Language;

    public void Write(string id, FactLine[] facts, IReadOnlyList<CustomerStages> stages, bool all)
    {
        WriteSentence(id, facts, stages);
        if (stages.Count > 0)
        {
            WriteStages(stages);
            WriteTimeline(stages.FirstOrDefault(lifecycle => lifecycle.Definition.Id == Told) ?? stages[0]);
        }

        WriteFacts(facts, all);
    }

    private void WriteSentence(string id, FactLine[] facts, IReadOnlyList<CustomerStages> stages)
    {
        string count = _language.Count(facts.Length);
        CustomerStages? told = stages.FirstOrDefault(lifecycle => lifecycle.Definition.Id == Told) ?? (stages.Count > 0 ? stages[0] : null);
        string sentence = _language.Say($"{id}: {count} facts", $"{id} : {count} événements");
        if (told is not null)
        {
            (StageSpan present, _) = told.Present;
            string since = _language.Date(present.From, histories.Calendar);
            sentence += _language.Say($"; {told.StageOf(present).Name.En} since {since}", $" ; {told.StageOf(present).Name.Fr} depuis le {since}");
            if (told.Next is { } next)
            {
                string when = _language.Date(next.From, histories.Calendar);
                sentence += _language.Say(
                    $", becomes {told.StageOf(next).Name.En} on {when} if nothing happens", $", devient {told.StageOf(next).Name.Fr} le {when} s'il ne se passe rien");
            }
        }

        run.Terminal.Out.WriteLine(sentence + ".");
    }

    private void WriteStages(IReadOnlyList<CustomerStages> stages)
    {
        var sheet = new Sheet(
            string.Empty, _language.Say("Lifecycle", "Cycle de vie"), "<" + _language.Say("Stage", "Phase"), "<" + _language.Say("Since", "Depuis"),
            "<" + _language.Say("Next, if nothing happens", "Ensuite, s'il ne se passe rien"), "<" + _language.Say("Why", "Pourquoi"));
        foreach (CustomerStages lifecycle in stages)
        {
            (StageSpan present, string reason) = lifecycle.Present;
            sheet.Row(
                _language.Say(lifecycle.Definition.Name),
                _language.Say(lifecycle.StageOf(present).Name),
                _language.Date(present.From, histories.Calendar),
                lifecycle.Next is { } next ? $"{_language.Say(lifecycle.StageOf(next).Name)}, {_language.Date(next.From, histories.Calendar)}" : "–",
                reason);
        }

        sheet.Write(run.Terminal);
    }

    private void WriteTimeline(CustomerStages lifecycle)
    {
        var sheet = new Sheet(
            _language.Say(lifecycle.Definition.Name), _language.Say("From", "Du"), "<" + _language.Say("To", "Au"), "<" + _language.Say("Stage", "Phase"), "<" + _language.Say("Why", "Pourquoi"));
        for (int i = 0; i < lifecycle.Spans.Count; i++)
        {
            (StageSpan span, string reason) = lifecycle.Spans[i];
            string to = i + 1 < lifecycle.Spans.Count ? _language.Date(lifecycle.Spans[i + 1].Span.From, histories.Calendar) : "–";
            sheet.Row(_language.Date(span.From, histories.Calendar), to, _language.Say(lifecycle.StageOf(span).Name), reason);
        }

        sheet.Write(run.Terminal);
    }

    private void WriteFacts(FactLine[] facts, bool all)
    {
        int shown = all ? facts.Length : Math.Min(FactsShown, facts.Length);
        var sheet = new Sheet(
            shown == facts.Length ? string.Empty : _language.Say($"The last {shown} of {facts.Length} facts (--all shows every one)", $"Les {shown} derniers événements sur {facts.Length} (--all les montre tous)"),
            "Date", "<" + _language.Say("Fact", "Événement"), _language.Say("Value", "Valeur"), "<" + _language.Say("Item", "Objet"), "<" + _language.Say("Channel", "Canal"));
        foreach (FactLine fact in facts[^shown..])
        {
            sheet.Row(When(fact), fact.Kind, Value(fact), Item(fact), fact.Channel?.ToString().ToLowerInvariant() ?? string.Empty);
        }

        sheet.Write(run.Terminal);
    }

    private string When(FactLine fact)
    {
        string date = _language.Date(fact.At, histories.Calendar);
        long time = histories.Calendar.ToLocal(fact.At) - (histories.Calendar.DayOf(fact.At) * Instant.MicrosPerDay);
        return fact.DateOnly ? date : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{date} {TimeSpan.FromMicroseconds(time):hh\\:mm}");
    }

    private string Value(FactLine fact) =>
        fact.Currency.Length > 0 && Currencies.TryFind(fact.Currency, out byte currency)
            ? _language.Amount(Money.Round(decimal.Parse(fact.Value!, System.Globalization.CultureInfo.InvariantCulture), currency).Minor, currency)
            : fact.Value ?? string.Empty;

    private string Item(FactLine fact)
    {
        string item = fact.Item ?? string.Empty;
        item += fact.Category is { } category && category != item ? $" ({category})" : string.Empty;
        item += fact.Quantity is { } quantity && quantity != 1 ? $" × {_language.Number(quantity, quantity == Math.Floor(quantity) ? 0 : 2)}" : string.Empty;
        return fact.Link is { } link ? $"{item} [{link}]".Trim() : item;
    }
}
