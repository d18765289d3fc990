using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Engine.Timing;
using Parcours.Statistics.Peaks;

namespace Parcours.Cli.Timing;

/// <summary>What <c>parcours timing</c> answers, for people.</summary>
internal sealed class TimingAnswer(VerbRun run, OrderTiming timing, HistoryBase histories)
{
    private const int Shown = 10;

    private readonly Language _language = run.Language;

    public void Show()
    {
        if (timing.Moment is { } moment)
        {
            Show(moment);
        }
        else
        {
            Say(_language.Say(timing.MomentRefusal!.Message));
        }

        if (timing.Categories.Length > 0)
        {
            Categories();
        }

        if (timing.Next is { } next)
        {
            Test(next.Test);
            Likeliest(next);
        }
        else
        {
            Say(_language.Say(timing.NextRefusal!.Message));
        }
    }

    private void Show(OrderMoment moment)
    {
        Say(_language.Say(
            $"Order number {moment.Nth} on {_language.Date(timing.At, histories.Calendar)}: of {_language.Count(moment.Customers)} customers with the one before, {_language.Count(moment.Ordered)} have placed it, half of them within {moment.HalfWithin} days.",
            $"Commande numéro {moment.Nth} au {_language.Date(timing.At, histories.Calendar)} : sur {_language.Count(moment.Customers)} clients qui ont passé la précédente, {_language.Count(moment.Ordered)} l'ont passée, la moitié en {moment.HalfWithin} jours au plus."));
        if (moment is { Rise: { } rise, Peak: { } peak })
        {
            Say(_language.Say(
                $"The chance rises most {Days(rise)} after the order before{Start(rise)}: {_language.Percent(rise.Chance)} of those still waiting order then, {_language.Number(peak.Ratio)} times a smooth course.",
                $"La probabilité s'élève le plus {Days(rise)} après la commande précédente{Start(rise)} : {_language.Percent(rise.Chance)} de ceux qui attendent encore commandent alors, {_language.Number(peak.Ratio)} fois une évolution régulière."));
        }
        else
        {
            Say(_language.Say("No week stands out from a smooth course.", "Aucune semaine ne se détache d'une évolution régulière."));
        }

        if (moment.Highest is { } highest)
        {
            Say(_language.Say(
                $"It is highest {Days(highest)} after the order before{Start(highest)}: {_language.Percent(highest.Chance)} of those still waiting order then.",
                $"Elle est la plus forte {Days(highest)} après la commande précédente{Start(highest)} : {_language.Percent(highest.Chance)} de ceux qui attendent encore commandent alors."));
        }

        string shares = string.Join(", ", moment.Shares.Where(share => share.Share is not null).Select(share => _language.Say(
            $"{_language.Percent(share.Share)} within {share.Days} days", $"{_language.Percent(share.Share)} en {share.Days} jours")));
        Say(_language.Say($"Have ordered: {shares}.", $"Ont commandé : {shares}."));
        RateBars.Write(
            run, _language.Say("Orders of those still waiting", "Commandes de ceux qui attendent encore"), moment.Weeks, moment.Usual, moment.Peak is null ? [] : [moment.Peak]);
    }

    private void Categories()
    {
        var sheet = new Sheet(
            _language.Say($"Order number {timing.Categories[0].Nth} within each category", $"Commande numéro {timing.Categories[0].Nth} dans chaque catégorie"),
            _language.Say("category", "catégorie"), _language.Say("customers", "clients"), _language.Say("ordered", "ont commandé"), _language.Say("half within", "la moitié en"),
            _language.Say("highest chance", "probabilité la plus forte"), _language.Say("rises most", "s'élève le plus"));
        foreach (OrderMoment category in timing.Categories)
        {
            sheet.Row(
                category.Category!, _language.Count(category.Customers), _language.Count(category.Ordered), _language.Say($"{category.HalfWithin} days", $"{category.HalfWithin} jours"),
                category.Highest is null ? "–" : Days(category.Highest),
                category is { Rise: { } rise, Peak: { } peak } ? $"{Days(rise)} (× {_language.Number(peak.Ratio)})" : "–");
        }

        sheet.Write(run.Terminal);
    }

    private void Test(NextOrderTest test)
    {
        Say(_language.Say(
            $"Next orders, tried on {_language.Date(test.At, histories.Calendar)}: of {_language.Count(test.Customers)} customers, {_language.Count(test.Ordered)} ordered within {test.HorizonDays} days.",
            $"Prochaines commandes, essai au {_language.Date(test.At, histories.Calendar)} : sur {_language.Count(test.Customers)} clients, {_language.Count(test.Ordered)} ont commandé dans les {test.HorizonDays} jours."));
        var sheet = new Sheet(
            string.Empty, _language.Say("way", "méthode"), _language.Say("median error", "erreur médiane"), _language.Say("nearer than the constant", "plus près que la constante"),
            "log-loss", "Brier", _language.Say("<used for", "<utilisée pour"));
        foreach (DateMethod method in test.Methods)
        {
            ChanceMethod? chance = test.Chances.FirstOrDefault(one => one.Id == method.Id);
            string[] uses = [.. new[]
            {
                test.DateBy == method.Id ? _language.Say("the date", "la date") : string.Empty,
                test.ChanceBy == method.Id ? _language.Say("the chance", "la probabilité") : string.Empty,
            }.Where(use => use.Length > 0)];
            sheet.Row(
                Name(method.Id), _language.Say($"{_language.Number(method.MedianErrorDays)} days", $"{_language.Number(method.MedianErrorDays)} jours"), _language.Percent(method.Closer),
                _language.Number(chance?.LogLoss, 3), _language.Number(chance?.Brier, 3), string.Join(", ", uses));
        }

        sheet.Write(run.Terminal);
        if (test.DateBy == DateMethod.Constant)
        {
            Say(_language.Say(
                "No way dates orders better than the same number of days for everybody: that constant is used.",
                "Aucune méthode ne date mieux les commandes que le même nombre de jours pour tous : cette constante est utilisée."));
        }

        if (test.ChanceBy == DateMethod.Constant)
        {
            Say(_language.Say(
                "No way says better who orders than the same chance for everybody: that constant is used.",
                "Aucune méthode ne dit mieux qui commandera que la même probabilité pour tous : cette constante est utilisée."));
        }
    }

    private void Likeliest(NextOrders next)
    {
        var sheet = new Sheet(
            _language.Say("Likeliest to order", "Les plus susceptibles de commander"), _language.Say("customer", "client"), _language.Say("last order", "dernière commande"),
            _language.Say("own rhythm", "rythme propre"), _language.Say("expected", "attendue"), _language.Say("80% interval", "intervalle à 80 %"), _language.Say("constant", "constante"),
            _language.Say($"within {next.Test.HorizonDays} days", $"dans les {next.Test.HorizonDays} jours"));
        foreach (NextOrder order in next.Customers.OrderByDescending(order => order.Chance).ThenBy(order => order.ExpectedDay).ThenBy(order => order.Subject).Take(Shown))
        {
            sheet.Row(
                histories.Subjects.KeyOf(order.Subject), Date(order.LastDay), _language.Say($"{_language.Number(order.OwnDays, 0)} days", $"{_language.Number(order.OwnDays, 0)} jours"),
                Date(order.ExpectedDay), $"{Date(order.EarliestDay)} – {Date(order.LatestDay)}", Date(order.ConstantDay), _language.Percent(order.Chance));
        }

        sheet.Write(run.Terminal);
    }

    private string Days(WaitWindow window) => _language.Say($"days {window.First} to {window.Last}", $"jours {window.First} à {window.Last}");

    private string Start(WaitWindow window) => window.FirstInterval.Low == window.FirstInterval.High
        ? string.Empty
        : _language.Say($" (start: day {window.FirstInterval.Low:0} to {window.FirstInterval.High:0})", $" (début : jour {window.FirstInterval.Low:0} à {window.FirstInterval.High:0})");

    private string Date(int day) => _language.Date(histories.Calendar.StartOfDay(day), histories.Calendar);

    private string Name(string id) => id switch
    {
        DateMethod.Constant => _language.Say("the same for everybody", "la même pour tous"),
        DateMethod.OwnRhythm => _language.Say("own rhythm", "rythme propre"),
        _ => _language.Say("transaction model (MBG/NBD)", "modèle de transactions (MBG/NBD)"),
    };

    private void Say(string sentence) => run.Terminal.Out.WriteLine(sentence);
}
