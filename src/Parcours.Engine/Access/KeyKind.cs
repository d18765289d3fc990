namespace Parcours.Engine.Access;

/// <summary>The two kinds of key.</summary>
public enum KeyKind
{
    /// <summary>May only send facts; it may lie in a web page, where anybody can read it.</summary>
    Write = 0,

    /// <summary>Used between servers; has scopes, and may expire.</summary>
    Server = 1,
}
