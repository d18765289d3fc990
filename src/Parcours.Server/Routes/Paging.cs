using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Parcours.Server.Refusals;

namespace Parcours.Server.Routes;

/// <summary>Lists in parts: <c>limit</c> and an opaque <c>cursor</c>. A cursor names an item, so what is added meanwhile shifts nothing.</summary>
internal static class Paging
{
    /// <summary>Items when no limit is named.</summary>
    internal const int UsualLimit = 100;

    /// <summary>The most items of a part.</summary>
    internal const int LargestLimit = 1000;

    /// <summary>What a limit or cursor that cannot be read is told.</summary>
    internal static Problem Refused { get; } = new(StatusCodes.Status400BadRequest, "wrong_page", new(
        $"limit is from 1 to {LargestLimit}, and cursor what \"next\" of the part before said.",
        $"limit va de 1 à {LargestLimit}, et cursor reprend « next » de la partie précédente."));

    /// <summary>Which part is asked for; null when that cannot be read.</summary>
    internal static PageAsked? Read(int? limit, string? cursor)
    {
        if (limit is < 1 or > LargestLimit)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[1024];
        return string.IsNullOrEmpty(cursor) ? new PageAsked(limit ?? UsualLimit, null)
            : cursor.Length <= 1024 && Base64Url.IsValid(cursor) && Base64Url.TryDecodeFromChars(cursor, bytes, out int length)
                ? new PageAsked(limit ?? UsualLimit, Encoding.UTF8.GetString(bytes[..length]))
                : null;
    }

    /// <summary>The part that is asked for.</summary>
    /// <param name="rest">The list after the part before; one item more than the limit is enough.</param>
    /// <param name="asked">Which part.</param>
    /// <param name="number">What an item is known by.</param>
    /// <param name="show">An item as it is shown.</param>
    internal static Page<TShown> Of<T, TShown>(IEnumerable<T> rest, PageAsked asked, Func<T, long> number, Func<T, TShown> show) =>
        Of(rest, asked, item => number(item).ToString(CultureInfo.InvariantCulture), show);

    /// <summary>The part that is asked for, of items that are known by texts.</summary>
    internal static Page<TShown> Of<T, TShown>(IEnumerable<T> rest, PageAsked asked, Func<T, string> name, Func<T, TShown> show)
    {
        List<T> items = [.. rest.Take(asked.Limit + 1)];
        bool more = items.Count > asked.Limit;
        if (more)
        {
            items.RemoveAt(asked.Limit);
        }

        return new Page<TShown>([.. items.Select(show)], more ? Cursor(name(items[^1])) : null);
    }

    /// <summary>The cursor that goes on after an item.</summary>
    /// <param name="name">What the item is known by.</param>
    internal static string Cursor(string name) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(name));
}
