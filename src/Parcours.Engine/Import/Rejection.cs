namespace Parcours.Engine.Import;

/// <summary>Why a line is put aside.</summary>
internal enum Rejection
{
    None,
    LineTooLong,
    NulByte,
    InvalidText,
    UnclosedQuote,
    FieldCount,
    NoCustomer,
    Date,
    FutureDate,
    EarlyDate,
    Amount,
    Quantity,
    Currency,
    OrderCurrency,
    KindOfFact,
    Json,
    Missing,
    Score,
    Arm,
    ControlTreated,
    Erased,
}
