using Parcours.Domain.Expressions;

namespace Parcours.Server.Sources;

/// <summary>Why a source cannot be set up: a value with the facts, worded once for people.</summary>
public abstract record SourceRefusal
{
    private SourceRefusal()
    {
    }

    /// <summary>A stable word for programs.</summary>
    public abstract string Code { get; }

    /// <summary>The refusal in one English sentence that says what to do.</summary>
    public abstract string English { get; }

    /// <summary>The same in French.</summary>
    public abstract string French { get; }

    /// <summary>No such kind.</summary>
    public sealed record KindUnknown(string Kind, string? Nearest) : SourceRefusal
    {
        /// <inheritdoc/>
        public override string Code => "unknown_source_kind";

        /// <inheritdoc/>
        public override string English => $"\"{Kind}\" is no kind of source: {string.Join(", ", Engine.Sources.SourceKinds.Names)}{(Nearest is null ? string.Empty : $". Nearest: {Nearest}")}.";

        /// <inheritdoc/>
        public override string French => $"« {Kind} » n'est pas un type de source : {string.Join(", ", Engine.Sources.SourceKinds.Names)}{(Nearest is null ? string.Empty : $". Le plus proche : {Nearest}")}.";
    }

    /// <summary>A name that an address cannot have.</summary>
    public sealed record NameInvalid(string Name) : SourceRefusal
    {
        /// <inheritdoc/>
        public override string Code => "source_name_invalid";

        /// <inheritdoc/>
        public override string English => $"\"{Name}\" is no name of a source: 1 to 40 small letters, digits and hyphens, a letter first.";

        /// <inheritdoc/>
        public override string French => $"« {Name} » n'est pas un nom de source : 1 à 40 lettres minuscules, chiffres et tirets, une lettre d'abord.";
    }

    /// <summary>Another source has the name.</summary>
    public sealed record NameTaken(string Name) : SourceRefusal
    {
        /// <inheritdoc/>
        public override string Code => "source_exists";

        /// <inheritdoc/>
        public override string English => $"There is a source {Name} already: remove it first, or choose another name.";

        /// <inheritdoc/>
        public override string French => $"Il y a déjà une source {Name} : retirez-la d'abord, ou choisissez un autre nom.";
    }

    /// <summary>No source has the name.</summary>
    public sealed record NotFound(string Name) : SourceRefusal
    {
        /// <inheritdoc/>
        public override string Code => "source_not_found";

        /// <inheritdoc/>
        public override string English => $"There is no source {Name}.";

        /// <inheritdoc/>
        public override string French => $"Il n'y a pas de source {Name}.";
    }

    /// <summary>Nothing says how it is reached, or how it signs.</summary>
    public sealed record NothingToDo(string Kind, bool Sends, bool IsAsked) : SourceRefusal
    {
        /// <inheritdoc/>
        public override string Code => "source_incomplete";

        /// <inheritdoc/>
        public override string English => (Sends, IsAsked) switch
        {
            (true, true) => $"A source {Kind} needs the secret of its webhooks, or its address and a token to be asked with, or both.",
            (true, false) => $"A source {Kind} needs the secret of its webhooks.",
            _ => $"A source {Kind} needs its address and a token to be asked with.",
        };

        /// <inheritdoc/>
        public override string French => (Sends, IsAsked) switch
        {
            (true, true) => $"Une source {Kind} a besoin du secret de ses webhooks, ou de son adresse et d'un jeton pour l'interroger, ou des deux.",
            (true, false) => $"Une source {Kind} a besoin du secret de ses webhooks.",
            _ => $"Une source {Kind} a besoin de son adresse et d'un jeton pour l'interroger.",
        };
    }

    /// <summary>An address that is not called.</summary>
    public sealed record AddressInvalid(string Address) : SourceRefusal
    {
        /// <inheritdoc/>
        public override string Code => "source_address_invalid";

        /// <inheritdoc/>
        public override string English => $"\"{Address}\" is no address to call: it is https://, with a public name, without a user or a query.";

        /// <inheritdoc/>
        public override string French => $"« {Address} » n'est pas une adresse à appeler : elle est en https://, avec un nom public, sans utilisateur ni paramètres.";
    }

    /// <summary>A generic source without a mapping file.</summary>
    public sealed record MappingMissing : SourceRefusal
    {
        /// <inheritdoc/>
        public override string Code => "mapping_missing";

        /// <inheritdoc/>
        public override string English => "A generic source needs a mapping file that says what its JSON means.";

        /// <inheritdoc/>
        public override string French => "Une source generic a besoin d'un fichier de correspondance qui dit ce que son JSON signifie.";
    }

    /// <summary>A mapping file with errors.</summary>
    public sealed record MappingInvalid(ExpressionError Error) : SourceRefusal
    {
        /// <inheritdoc/>
        public override string Code => "mapping_invalid";

        /// <inheritdoc/>
        public override string English => $"The mapping file cannot be used: {Error}.";

        /// <inheritdoc/>
        public override string French => $"Le fichier de correspondance est inutilisable : {Error}.";
    }
}
