using System.Globalization;
using Parcours.Engine.Import;
using Parcours.Engine.Properties;

namespace Parcours.Engine.Ingestion.Events;

/// <summary>Makes the kind of a custom fact from an event's name, as conditions write it: "Song Played" is song_played.</summary>
internal static class KindName
{
    private const int Longest = 64;

    /// <summary>The kind: small letters, digits and underscores, at most 64. A name without Latin letters gets one made of its hash.</summary>
    public static string Of(string name)
    {
        string plain = FieldName.Of(name);
        if (IsKind(plain))
        {
            return plain;
        }

        string hash = LinkHash.Of(name).ToString("x8", CultureInfo.InvariantCulture);
        string start = plain.Length > Longest ? plain[..(Longest - 9)].TrimEnd('_') : plain.Length > 0 && char.IsAsciiDigit(plain[0]) ? "event_" + plain : string.Empty;
        return IsKind(start + "_" + hash) ? start + "_" + hash : "event_" + hash;
    }

    /// <summary>Whether a text is the name of a kind.</summary>
    public static bool IsKind(string name) =>
        name.Length is > 0 and <= Longest && char.IsAsciiLetterLower(name[0]) && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');
}
