namespace Parcours.Domain.Expressions;

/// <summary>Which names a property may take in the language.</summary>
public static class PropertyNames
{
    /// <summary>Whether a condition on a fact could name it: one word of the language's alphabet that means nothing there yet.</summary>
    public static bool IsFree(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(letter => char.IsLetterOrDigit(letter) || letter == '_')
        && name is not ("true" or "false") && !Words.IsReserved(name) && Array.IndexOf(Words.FactFields, name) < 0;
}
