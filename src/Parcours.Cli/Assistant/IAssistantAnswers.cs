
namespace Parcours.Cli.Assistant;

/// <summary>What an assistant may ask, answered as JSON: from a workspace, or by a running server.</summary>
internal interface IAssistantAnswers : IDisposable
{
    /// <summary>Customers by the beginning of a key or of a word of an attribute.</summary>
    string Find(string text, int limit);

    /// <summary>One customer: facts, stages with reasons and next change, figures.</summary>
    string Customer(string key);

    /// <summary>How many stand in each stage of a lifecycle.</summary>
    string Stages(string lifecycle, string? at, string? from);

    /// <summary>What share of each stage leads on.</summary>
    string Conversion(string lifecycle, string? at);

    /// <summary>Those likeliest to leave.</summary>
    string AtRisk(int limit, string? definition);

    /// <summary>How many customers a segment has.</summary>
    string SegmentSize(SegmentAsked asked, string? at);

    /// <summary>The lifecycles there are.</summary>
    string Lifecycles();
}
