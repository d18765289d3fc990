using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import;

/// <summary>Why an import says no: nothing was stored.</summary>
public abstract record ImportRefusal
{
    private protected ImportRefusal()
    {
    }

    /// <summary>A word for machines, as "no_such_file".</summary>
    public abstract string Code { get; }

    /// <summary>The refusal for people, with what to do.</summary>
    public abstract LocalText Sentence { get; }
}
