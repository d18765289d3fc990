using System.Globalization;
using System.Text;

namespace Parcours.Engine.Properties;

/// <summary>Makes the name of an attribute or a property from a header, as definitions write it: "Home ownership" is home_ownership.</summary>
internal static class FieldName
{
    /// <summary>The name: letters without accents, digits and underscores.</summary>
    public static string Of(string header)
    {
        var name = new StringBuilder(header.Length);
        foreach (char letter in header.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
            {
                name.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && name.Length > 0 && name[^1] != '_')
            {
                name.Append('_');
            }
        }

        return name.ToString().TrimEnd('_');
    }
}
