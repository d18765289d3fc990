using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Complaints;
using Parcours.Engine.Import.Customers;
using Parcours.Engine.Import.Messages;
using Parcours.Engine.Import.Products;
using Parcours.Engine.Import.Spend;
using Parcours.Engine.Import.Surveys;

namespace Parcours.Engine.Import.Formats;

/// <summary>The shapes of files of other kinds than orders.</summary>
internal static class OtherFormats
{
    private static readonly Requirement Person = new(Column.Customer, Column.Email, Column.Phone, Column.LoyaltyCard);
    private static readonly Requirement Day = new(Column.Date);

    private static readonly Dictionary<Column, string> Guesses = new()
    {
        [Column.Customer] = "customer client household !name !nom !type",
        [Column.Email] = "email courriel !optin !consent !subject !open !click !status",
        [Column.Date] = "date !birth !naissance !resol !clotur !consent !optin !open !click !bounce !unsub !deliver",
    };

    /// <summary>Customers.</summary>
    public static FileFormat Customers { get; } = new(
        "customers", OtherAliases.Customers, new Dictionary<Column, string>(), [Person], context => new CustomerReading(context));

    /// <summary>A catalogue.</summary>
    public static FileFormat Products { get; } = new(
        "products", OtherAliases.Products, new Dictionary<Column, string>(), [new(Column.Product, Column.Name)], context => new ProductReading(context));

    /// <summary>Survey answers.</summary>
    public static FileFormat Surveys { get; } = new(
        "surveys", OtherAliases.Surveys, Guesses, [Person, Day, new(Column.Nps, Column.Ces, Column.Csat, Column.Survey)], context => new SurveyReading(context));

    /// <summary>Complaints.</summary>
    public static FileFormat Complaints { get; } = new("complaints", OtherAliases.Complaints, Guesses, [Person, Day], context => new ComplaintReading(context));

    /// <summary>Advertising spend.</summary>
    public static FileFormat Spend { get; } = new(
        "spend", OtherAliases.Spend, Guesses, [Day, new(Column.Amount), new(Column.Source, Column.Campaign)], context => new SpendReading(context));

    private static readonly FileFormat GenericMessages = new(
        "messages", OtherAliases.Messages, Guesses, [Person, new(Column.Date, Column.Sent, Column.Opened, Column.Clicked, Column.Unsubscribed, Column.Bounced)], context => new MessageReading(context));

    /// <summary>Past mailings and reactions, by the tool that exported them.</summary>
    public static FileFormat Messages(IReadOnlySet<string> headers) => GenericMessages with { Name = ToolOf(headers) };

    private static string ToolOf(IReadOnlySet<string> headers) =>
        headers.Contains("sttext") || headers.Contains("emailid") || (headers.Contains("mid") && headers.Contains("frm")) || headers.Contains("opendate") ? "brevo"
        : headers.Contains("memberrating") || headers.Contains("euid") || headers.Contains("leid") || (headers.Contains("emailaddress") && (headers.Contains("opens") || headers.Contains("action"))) ? "mailchimp"
        : headers.Contains("metric") || headers.Contains("metricname") || headers.Contains("profileid") || headers.Contains("klaviyoid") || headers.Contains("profileemail") ? "klaviyo"
        : "messages";
}
