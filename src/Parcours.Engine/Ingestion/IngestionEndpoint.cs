namespace Parcours.Engine.Ingestion;

/// <summary>Where a body was posted to: what its messages are when they do not say it themselves.</summary>
public enum IngestionEndpoint
{
    /// <summary>Messages of any kind, in a list named <c>batch</c>.</summary>
    Batch = 0,

    /// <summary>Past messages, in a list named <c>batch</c>.</summary>
    Import,

    /// <summary>Something that a person did.</summary>
    Track,

    /// <summary>Who a person is.</summary>
    Identify,

    /// <summary>A page of the site was seen.</summary>
    Page,

    /// <summary>A screen of the app was seen.</summary>
    Screen,

    /// <summary>A person belongs to an account.</summary>
    Group,

    /// <summary>Two identifiers are one person.</summary>
    Alias,

    /// <summary>Facts as <c>import --as facts</c> reads them: one object, a list, or one object a line.</summary>
    Facts,
}
