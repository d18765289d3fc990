namespace Parcours.Engine.Import.Columns;

/// <summary>The names of columns as <c>--map</c> writes them.</summary>
internal static class ColumnNames
{
    private static readonly Dictionary<Column, string> Names = Enum.GetValues<Column>().ToDictionary(column => column, Spell);

    private static readonly Dictionary<string, Column> Columns = Names.ToDictionary(pair => HeaderText.Plain(pair.Value), pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The name of a column: "loyalty card", "opt-in", "customer".</summary>
    public static string NameOf(Column column) => Names[column];

    /// <summary>The column of a name, however it is cased or joined; false when there is none.</summary>
    public static bool TryFind(string name, out Column column) => Columns.TryGetValue(HeaderText.Plain(name), out column);

    private static string Spell(Column column) => column switch
    {
        Column.LoyaltyCard => "loyalty card",
        Column.OptIn => "opt-in",
        Column.ConsentDate => "consent date",
        Column.ConsentSource => "consent source",
        Column.EmailConsent => "email consent",
        Column.SmsConsent => "sms consent",
        Column.PhoneConsent => "phone consent",
        Column.PostConsent => "post consent",
        Column.PushConsent => "push consent",
        _ => column.ToString().ToLowerInvariant(),
    };
}
