namespace Parcours.Engine.Ingestion;

/// <summary>One message of a request after reading: an event, or why it is put aside. Exactly one of the two is there.</summary>
/// <param name="Event">What was read; null when it is put aside.</param>
/// <param name="Quarantined">Why it is put aside; null when it was read.</param>
public sealed record Received(IncomingEvent? Event, Quarantined? Quarantined);
