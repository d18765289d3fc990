namespace Parcours.Engine.Usage;

/// <summary>What sort of data a thing is.</summary>
public enum DataSort
{
    /// <summary>A kind of fact.</summary>
    Kind = 0,

    /// <summary>An attribute of customers.</summary>
    Attribute,

    /// <summary>A declared property of facts.</summary>
    Property,
}
