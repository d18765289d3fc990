using Parcours.Domain.Time;

namespace Parcours.Engine.Webhooks;

/// <summary>How far an address has heard of transitions. It survives a restart.</summary>
/// <param name="Cursor">The number of the last transition it has, or that was not for it.</param>
/// <param name="Attempts">How often the next one failed in a row.</param>
/// <param name="NextTry">When it is tried again; the beginning of time when nothing failed.</param>
/// <param name="LastStatus">The HTTP status of the last answer; 0 when there was none.</param>
/// <param name="LastTry">When that was; the beginning of time before the first.</param>
public sealed record WebhookProgress(long Cursor, int Attempts, Instant NextTry, int LastStatus, Instant LastTry);
