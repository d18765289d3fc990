using System.Globalization;

namespace Parcours.Domain.Segments;

/// <summary>A value that something is compared with.</summary>
public abstract record TreeValue
{
    private TreeValue()
    {
    }

    /// <summary>It as the language writes it; a text without its quotes.</summary>
    public abstract string Written { get; }

    /// <summary>A number, of at most 1e15 as in the language.</summary>
    public sealed record Number(double Value) : TreeValue
    {
        /// <inheritdoc/>
        public override string Written => ((decimal)Value).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A text.</summary>
    public sealed record Text(string Value) : TreeValue
    {
        /// <inheritdoc/>
        public override string Written => Value;
    }

    /// <summary>A length of time, as "90 days".</summary>
    public sealed record Length(string Value) : TreeValue
    {
        /// <inheritdoc/>
        public override string Written => Value;
    }

    /// <summary>A date, as 2026-01-01.</summary>
    public sealed record Date(string Value) : TreeValue
    {
        /// <inheritdoc/>
        public override string Written => Value;
    }
}
