namespace Parcours.Engine.Access;

/// <summary>Encrypts what must be known again and so cannot be hashed, under keys that are not in the store. Any thread may call it.</summary>
public interface ISecretSeal
{
    /// <summary>Encrypts a text.</summary>
    string Hide(string text);

    /// <summary>Decrypts it; null when the key is not there, as in a store that was copied alone.</summary>
    string? Show(string hidden);
}
