namespace Parcours.Engine.Import;

/// <summary>What is imported: an interrupted import is resumed by one with an equal source, and dropped by any other.</summary>
/// <param name="Name">The source's name, as "orders.csv".</param>
/// <param name="Kind">What the file holds: orders, customers, products, messages, surveys, complaints, spend or facts.</param>
/// <param name="Fingerprint">SHA-256 of the file's bytes, the mapping and the options, in hexadecimal.</param>
public sealed record ImportSource(string Name, string Kind, string Fingerprint);
