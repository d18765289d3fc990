using System.CommandLine;
using System.Text;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Engine.NextNeed;
using Parcours.Engine.Products;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.NextNeed;

/// <summary><c>parcours next</c>: what each customer will want next, what is bought together, and how much these answers are worth.</summary>
internal sealed class NextVerb : Verb
{
    private const int Most = 1000;

    private readonly Argument<string?> _customer;
    private readonly Option<bool> _pairs;
    private readonly Option<bool> _backtest;
    private readonly Option<string?> _out;
    private readonly Option<int?> _top;
    private readonly Option<Moment?> _at;

    public NextVerb(Language language)
        : base(
            "next",
            language,
            new("What each customer will want next, what is bought together or next, and a backtest of both", "Le besoin suivant de chaque client, les produits achetés ensemble ou ensuite, et ce que valent ces réponses"),
            "parcours next",
            "parcours next 00042 --at 2026-03-01",
            "parcours next --pairs --top 50",
            "parcours next --out next.csv",
            "parcours next --backtest --json")
    {
        _customer = AddArgument<string?>("CUSTOMER", new(
            "The customer's number, e-mail, telephone or loyalty card; the whole base when not given",
            "Le numéro du client, son e-mail, son téléphone ou sa carte de fidélité ; toute la base s'il n'est pas donné"), ArgumentArity.ZeroOrOne);
        _pairs = AddOption<bool>("--pairs", null, new("Products and categories bought together or next", "Les produits et catégories achetés ensemble ou ensuite"));
        _backtest = AddOption<bool>("--backtest", null, new(
            "How often the lists would have found each customer's last basket", "Ce que les listes auraient trouvé du dernier panier de chaque client"));
        _out = AddOption<string?>("--out", language.Say("FILE", "FICHIER"), new(
            "Write every customer's lists to this CSV file", "Écrire les listes de tous les clients dans ce fichier CSV"));
        _top = AddOption<int?>("--top", "N", new("How many of each list, 1 to 1,000; 5 of a customer's and 20 pairs when not given", "Combien de chaque liste, de 1 à 1 000 ; 5 par client et 20 paires par défaut"));
        _top.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int typed) && typed is < 1 or > Most)
            {
                result.AddError(language.Say("--top takes a number from 1 to 1,000.", "--top attend un nombre de 1 à 1 000."));
            }
        });
        _at = AddAt();
    }

    public override int Run(VerbRun run)
    {
        string? customer = run.Parsed.GetValue(_customer);
        if (new[] { customer is not null, run.Parsed.GetValue(_out) is not null, run.Parsed.GetValue(_pairs), run.Parsed.GetValue(_backtest) }.Count(asked => asked) > 1)
        {
            throw new RefusedException(new("wrong_usage", new(
                "Ask for one thing: a customer, --pairs, --backtest or --out.", "Demandez une seule chose : un client, --pairs, --backtest ou --out.")), ExitCode.WrongUsage);
        }

        using IWorkspaceStore store = run.OpenToRead();
        int subject = customer is null ? -1 : SubjectOf(run, store, customer);
        HistoryBase histories = OrderHolders.Of(store.Load(null));
        if (PurchasedBaskets.Read(histories, Catalogue.Of(store), run.At(_at, histories.Calendar)) is not { } bought)
        {
            return run.Refuse("no_order_lines", new(
                "No order line is known at this date: import a file of orders with a product column (parcours import lines.csv).",
                "Aucune ligne de commande n'est connue à cette date : importez un fichier de commandes avec une colonne produit (parcours import lignes.csv)."));
        }

        using var meter = new LearningMeter(run, bought.Customers);
        try
        {
            return Answer(run, bought, subject, meter);
        }
        catch (AggregateException fault) when (run.Cancellation.IsCancellationRequested)
        {
            // The interruption was thrown from the midst of parallel work.
            throw new OperationCanceledException(fault.Message, fault, run.Cancellation);
        }
    }

    private int Answer(VerbRun run, PurchasedBaskets bought, int subject, LearningMeter meter)
    {
        int? top = run.Parsed.GetValue(_top);
        var answer = new NextAnswer(run, bought);
        if (run.Parsed.GetValue(_pairs))
        {
            var pairs = NeedPairs.Find(bought, meter.Report);
            meter.Dispose();
            answer.Pairs(pairs, top ?? 20);
        }
        else if (run.Parsed.GetValue(_out) is { } path)
        {
            return WriteFile(run, NextNeedModel.Learn(bought, share => meter.Report(share * 0.5)), path, top ?? 5, meter);
        }
        else if (subject < 0 && !run.Parsed.GetValue(_backtest))
        {
            var figures = NextNeedFigures.Of(bought, top ?? 10, meter.Report);
            meter.Dispose();
            answer.Overview(figures, top ?? 10);
        }
        else
        {
            var model = NextNeedModel.Learn(bought, meter.Report);
            meter.Dispose();
            answer.CustomerOrBacktest(model, subject, top ?? 5);
        }

        return ExitCode.Done;
    }

    private static int SubjectOf(VerbRun run, IWorkspaceStore store, string customer)
    {
        int subject = store.FindSubject(customer);
        return subject >= 0 ? subject : throw new RefusedException(new("unknown_customer", new(
            $"There is no customer \"{customer}\" in {run.WorkspaceFolder}: give a customer number, e-mail, telephone or loyalty card that a file brought.",
            $"Il n'y a pas de client « {customer} » dans {run.WorkspaceFolder} : donnez un numéro de client, un e-mail, un téléphone ou une carte de fidélité apporté par un fichier.")));
    }

    private static int WriteFile(VerbRun run, NextNeedModel model, string path, int count, LearningMeter meter)
    {
        long customers;
        try
        {
            using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            customers = NextNeedFile.Write(file, model, count, run.Language.Code, share => meter.Report(0.5 + (share * 0.5)), run.Cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            string reason = fault.Message.TrimEnd('.');
            return run.Refuse("file_unwritable", new($"{path} cannot be written: {reason}.", $"{path} ne peut pas être écrit : {reason}."));
        }

        meter.Dispose();
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteString("file", path);
                json.WriteNumber("customers", customers);
            });
        }
        else
        {
            run.Terminal.Out.WriteLine(run.Language.Say(
                $"{path}: what {run.Language.Count(customers)} customers will want next.", $"{path} : le besoin suivant de {run.Language.Count(customers)} clients."));
        }

        return ExitCode.Done;
    }
}
