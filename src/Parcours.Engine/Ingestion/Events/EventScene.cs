using System.Text.Json;
using Parcours.Domain.Facts;

namespace Parcours.Engine.Ingestion.Events;

/// <summary>What a message says around its event.</summary>
/// <param name="Channel">Where it came through; <see cref="Domain.Facts.Channel.None"/> when nothing says it.</param>
/// <param name="Context">Its context; of kind Undefined for none.</param>
/// <param name="Trust">How far its key is believed.</param>
/// <param name="OfAccount">Whether the message names an account beside a person.</param>
/// <param name="Actor">Who acted, when <paramref name="OfAccount"/>.</param>
internal readonly record struct EventScene(Channel Channel, JsonElement Context, Trust Trust, bool OfAccount, IncomingIdentity? Actor);
