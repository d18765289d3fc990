using System.Text.RegularExpressions;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens.Hostile;

/// <summary>The pages on which texts stand, and the fields of their forms that take any.</summary>
internal static partial class HostilePages
{
    /// <summary>Each form with the fields one types into. A field that is new belongs here, and in <see cref="HostileForms.FillAsync"/> when a page shows it later.</summary>
    internal static IReadOnlyList<string> Covered { get; } =
    [
        "GET /: since",
        "GET /accounts/{id}/merge: with",
        "GET /accounts: at q where",
        "GET /churn: at",
        "GET /cohorts: at",
        "GET /conversion: at",
        "GET /customers/{id}/merge: with",
        "GET /customers: at q where",
        "GET /lifecycle: at from t.inactive_after t.lost_after",
        "GET /management: at",
        "GET /next-need: at",
        "GET /rfm: at",
        "GET /satisfaction: at",
        "GET /search: q",
        "GET /segments/discovery: at",
        "GET /segments/hostile-list: at",
        "GET /segments/hostile: at",
        "GET /settings/audit: from to",
        "GET /settings/lifecycles/new: id",
        "GET /timing: at",
        "GET /value: at",
        "GET /win-back: at",
        "POST /account/codes: code",
        "POST /accounts/{id}/notes: text",
        "POST /customers/{id}/consent: how purpose source text",
        "POST /customers/{id}/erase: confirmation",
        "POST /customers/{id}/notes: text",
        "POST /data/import/{id}: currency",
        "POST /data/quarantine/{id}: message",
        "POST /data/sources/add: address mapping name since",
        "POST /data/sources/keys: name",
        "POST /lifecycle/adopt: note",
        "POST /management/objectives: new revenue",
        "POST /segments/build: description id n.0.f.n n.0.f.window name_en name_fr note owner strategy where",
        "POST /segments: description id keys n.0.f.n n.0.f.window name_en name_fr note owner strategy where",
        "POST /settings/backups: days",
        "POST /settings/keys: expires name",
        "POST /settings/lifecycles/{id}/check: note text",
        "POST /settings/lifecycles/{id}: note text",
        "POST /settings/operators/{id}: name",
        "POST /settings/operators: email name",
        "POST /settings/retention: count",
        "POST /settings/workspace: name zone",
        "POST /setup: email name",
        "POST /sign-in: code email",
        "POST /welcome: currency name zone",
    ];

    /// <summary>Every page once.</summary>
    /// <param name="import">The page of a file dropped.</param>
    internal static IEnumerable<string> Addresses(string import) =>
    [
        .. Menu.Groups.SelectMany(group => group.Places).Select(place => place.Path),
        "/account", "/customers/U1", "/customers/U1/erase", "/customers/U1/merge?with=U2", "/accounts/A1", "/accounts/A1/merge?with=A2",
        "/lifecycle?lifecycle=hostile", "/lifecycle?t.inactive_after=77", "/lifecycle?compare=hostile", "/conversion?lifecycle=hostile",
        "/segments/new", "/segments/new?list=1", "/segments/new?where=orders%20%3E%3D%202", "/segments/hostile", "/segments/hostile/edit", "/segments/hostile-list", "/segments/hostile-list/edit", "/segments/discovery",
        "/settings/lifecycles/lifecycles/hostile", "/settings/lifecycles/lifecycles/hostile/history", "/settings/lifecycles/lifecycles/hostile/history?version=2", "/settings/operators/1",
        "/data/sources/add?kind=shopify", "/data/sources/add?kind=generic", "/data/sources/add?kind=woocommerce", "/data/quarantine/1", import,
        "/sign-in", "/setup?token=x", "/welcome", "/welcome/data", "/search?q=U1", "/search/palette?q=U1",
    ];

    /// <summary>The pages that show one text among others.</summary>
    internal static IEnumerable<string> OfOne(int i)
    {
        string text = Uri.EscapeDataString(HostileTexts.All[i]);
        return
        [
            $"/customers/{HostileShop.CustomerOf(i)}", $"/customers/{HostileShop.CustomerOf(i)}/erase", $"/customers/{HostileShop.CustomerOf(i)}/merge?with={HostileShop.CustomerOf(i + 1)}", $"/accounts/{HostileShop.AccountOf(i)}",
            $"/search?q={text}", $"/customers?q={text}&where={text}&sort={text}&columns={text}", $"/customers?columns=a:{text}",
        ];
    }

    /// <summary>The names of the fields that components write, where a name stands in the source.</summary>
    internal static IEnumerable<string> WrittenFields() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Parcours.Web"), "*.razor", SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal)
        from Match field in Fields().Matches(File.ReadAllText(file))
        where !NotTyped().IsMatch(field.Value)
        select field.Groups[1].Value;

    [GeneratedRegex("<(?:input|textarea|Field)\\s[^>]*?\\b[Nn]ame=\"([a-z_]+)\"[^>]*>")]
    private static partial Regex Fields();

    [GeneratedRegex("[Tt]ype=\"(hidden|checkbox|radio|file|password|range)\"|Choices=")]
    private static partial Regex NotTyped();
}
