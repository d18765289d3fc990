namespace Parcours.Engine.Import.Reading;

/// <summary>What is wrong with a line before any of its fields is looked at.</summary>
internal enum RowFault
{
    None,
    TooLong,
    NulByte,
    InvalidText,
    UnclosedQuote,
}
