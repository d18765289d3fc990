namespace Parcours.Engine.Ingestion;

/// <summary>Why nothing of a body is taken.</summary>
/// <param name="Status">The HTTP status that says so: 400 or 413.</param>
/// <param name="Reason">A stable word for programs, as <c>not_json</c>.</param>
/// <param name="Detail">The reason in a sentence, in English.</param>
public sealed record IngestionRefusal(int Status, string Reason, string Detail);
