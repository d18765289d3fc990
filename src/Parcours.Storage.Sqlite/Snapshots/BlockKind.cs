namespace Parcours.Storage.Sqlite.Snapshots;

/// <summary>What a block of the snapshot holds: one column, of the whole base, of one segment, or of one property.</summary>
internal enum BlockKind
{
    Placement = 0,
    SubjectKeys = 1,
    SubjectStarts = 2,
    SubjectKeyKinds = 3,
    TermTexts = 4,
    TermStarts = 5,
    Starts = 6,
    Facts = 7,
    FactIds = 8,
    Links = 9,
    ExtraAt = 10,
    Extras = 11,
    PropertyNames = 12,
    PropertyHas = 13,
    PropertyTerms = 14,
    PropertyTexts = 15,
    PropertyTextStarts = 16,
}
