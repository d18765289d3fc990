using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;

namespace Parcours.Web.Customers;

/// <summary>A list of customers or accounts, as far as a page shows it.</summary>
public sealed record CustomerList
{
    /// <summary>How many rows a page shows, and a part that follows it.</summary>
    public const int PartLength = 60;

    /// <summary>Whether it lists accounts.</summary>
    public bool IsOfAccounts { get; init; }

    /// <summary>What is so, in a sentence.</summary>
    public required string Answer { get; init; }

    /// <summary>How many there are in all.</summary>
    public int Count { get; init; }

    /// <summary>The columns shown.</summary>
    public required IReadOnlyList<CustomerColumn> Columns { get; init; }

    /// <summary>The rows shown.</summary>
    public IReadOnlyList<CustomerRow> Rows { get; init; } = [];

    /// <summary>The stages that the rows number.</summary>
    public IReadOnlyList<ReportStage> Stages { get; init; } = [];

    /// <summary>The lifecycles to choose from, with their names.</summary>
    public IReadOnlyList<(string Id, LocalText Name)> Lifecycles { get; init; } = [];

    /// <summary>The RFM groups to choose from.</summary>
    public IReadOnlyList<(string Id, LocalText Name)> Groups { get; init; } = [];

    /// <summary>The segments to choose from.</summary>
    public IReadOnlyList<(string Id, LocalText Name)> Segments { get; init; } = [];

    /// <summary>The attributes that may be columns.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>What is wrong with what was asked; null for nothing.</summary>
    public LocalText? Fault { get; init; }

    /// <summary>Whether it is the expression that is wrong.</summary>
    public bool IsExpressionWrong { get; init; }
}
