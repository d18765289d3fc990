using System.Globalization;
using Parcours.Domain.Facts;
using Parcours.Engine.Workspaces;

namespace Parcours.Storage.Sqlite.Files;

/// <summary>The settings, as texts under names.</summary>
internal static class SettingsTable
{
    private const string Name = "name";
    private const string Zone = "zone";
    private const string Currency = "currency";
    private const string Workspace = "workspace";
    private const string Select = "SELECT value FROM settings WHERE name = ?1";
    private const string Upsert = "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";

    /// <summary>Reads them; UTC and no currency in a new workspace.</summary>
    internal static WorkspaceSettings Read(Database database)
    {
        _ = Currencies.TryFind(Value(database, Currency) ?? string.Empty, out byte currency);
        return new WorkspaceSettings(Value(database, Zone) ?? "UTC", currency) { Name = Value(database, Name) ?? string.Empty };
    }

    /// <summary>Writes them, in the open transaction.</summary>
    internal static void Write(Database database, WorkspaceSettings settings)
    {
        Write(database, Zone, settings.ZoneId);
        Write(database, Name, settings.Name);
        if (settings.Currency != 0)
        {
            Write(database, Currency, Currencies.CodeOf(settings.Currency)); // none is no choice: the first amount may have decided meanwhile
        }
    }

    /// <summary>Gives a new workspace a number of its own, so that files beside it say whose they are.</summary>
    internal static void NumberWorkspace(Database database) =>
        Write(database, Workspace, Random.Shared.NextInt64().ToString(CultureInfo.InvariantCulture));

    /// <summary>The workspace's own number.</summary>
    internal static long WorkspaceNumber(Database database) =>
        long.TryParse(Value(database, Workspace), CultureInfo.InvariantCulture, out long number) ? number : 0;

    /// <summary>Sets the currency when none was set: the first amount decides.</summary>
    internal static void ChooseCurrency(Database database, byte currency)
    {
        if (currency != 0 && string.IsNullOrEmpty(Value(database, Currency)))
        {
            Write(database, Currency, Currencies.CodeOf(currency));
        }
    }

    private static string? Value(Database database, string name)
    {
        using Statement select = database.Prepare(Select).Bind(1, name);
        return select.Step() ? select.Text(0) : null;
    }

    private static void Write(Database database, string name, string value)
    {
        using Statement upsert = database.Prepare(Upsert);
        upsert.Bind(1, name).Bind(2, value).Run();
    }
}
