using Parcours.Engine.Access;
using Parcours.Engine.Live;
using Parcours.Server.Imports;
using Parcours.Server.Sources;

namespace Parcours.Server.Quarantine;

/// <summary>Says whom a number of the account is of.</summary>
internal sealed class AccountNames(AccessKeys keys, SourceBook sources, ImportShelf imports)
{
    /// <summary>What it is, and its name; null when it is gone.</summary>
    internal (string Kind, string? Name) Of(int number) =>
        number > 0 ? ("key", keys.List().FirstOrDefault(key => key.Id == number)?.Name)
        : AccountNumbers.IsImport(number) ? ("import", imports.Find(AccountNumbers.ImportOf(number))?.File)
        : ("source", sources.All().FirstOrDefault(source => source.KeyId == number)?.Name);
}
