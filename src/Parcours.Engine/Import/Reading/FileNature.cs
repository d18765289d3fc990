namespace Parcours.Engine.Import.Reading;

/// <summary>What a file is, by its first bytes.</summary>
internal enum FileNature
{
    Empty,
    Text,
    Json,
    Sheet,
    Binary,
}
