namespace Parcours.Engine.Access;

/// <summary>A key just made: the only moment when it can be read.</summary>
/// <param name="Text">What its holder sends.</param>
/// <param name="Key">What is kept of it.</param>
public sealed record NewKey(string Text, AccessKey Key);
