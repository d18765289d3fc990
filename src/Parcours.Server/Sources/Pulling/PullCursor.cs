namespace Parcours.Server.Sources.Pulling;

/// <summary>How far one list of a source was read. It is kept once what was read is durable: after a kill the last page is read again, and known.</summary>
/// <param name="Since">Changes from this time on are still to be read, as the shop writes times; null for all.</param>
/// <param name="Page">The page to read next, as the shop names it; null for the first one.</param>
/// <param name="Mark">What <paramref name="Since"/> becomes when the last page is read; null where pages do not need it.</param>
internal sealed record PullCursor(string? Since, string? Page = null, string? Mark = null);
