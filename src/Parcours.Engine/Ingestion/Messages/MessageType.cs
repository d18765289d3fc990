namespace Parcours.Engine.Ingestion.Messages;

/// <summary>What a message is.</summary>
internal enum MessageType
{
    Unknown = 0,
    Track,
    Identify,
    Page,
    Screen,
    Group,
    Alias,
}
