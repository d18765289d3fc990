namespace Parcours.Engine.Live;

/// <summary>A file brings more facts than may be gathered while messages come in.</summary>
public sealed class ImportTooLargeException : Exception
{
    /// <summary>Says how many are too many.</summary>
    public ImportTooLargeException(int mostFacts)
        : base($"The file brings more than {mostFacts} facts.") => MostFacts = mostFacts;

    /// <summary>The most that are gathered.</summary>
    public int MostFacts { get; }
}
