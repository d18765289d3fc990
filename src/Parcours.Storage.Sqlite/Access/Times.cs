using Parcours.Domain.Time;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Access;

/// <summary>Instants in columns: microseconds, and nothing for never.</summary>
internal static class Times
{
    internal static Instant At(Statement row, int column) => row.IsNull(column) ? Instant.Never : new Instant(row.Int64(column));

    internal static void Bind(Statement statement, int parameter, Instant at)
    {
        if (at == Instant.Never)
        {
            statement.BindNull(parameter);
        }
        else
        {
            statement.Bind(parameter, at.Micros);
        }
    }
}
