using Parcours.Engine.Churn;
using Parcours.Engine.Timing;

namespace Parcours.Engine.Reports.Model;

/// <summary>All that a report says, before any word or colour of a page: a part that is null has no data, and the page says so.</summary>
internal sealed record ReportModel(ReportScope Scope, IReadOnlyList<ReportStage> Stages)
{
    /// <summary>The numbers at the top.</summary>
    public IReadOnlyList<KeyFigure> KeyFigures { get; init; } = [];

    /// <summary>What will change by itself.</summary>
    public Upcoming? Upcoming { get; init; }

    /// <summary>Where subjects stood and stand.</summary>
    public StageMap? Map { get; init; }

    /// <summary>Stages over time.</summary>
    public StageSeries? Series { get; init; }

    /// <summary>Changes of stage.</summary>
    public TransitionMatrix? Transitions { get; init; }

    /// <summary>Conversion along the path.</summary>
    public PathConversion? Conversion { get; init; }

    /// <summary>Time in stage.</summary>
    public IReadOnlyList<StageStay> Stays { get; init; } = [];

    /// <summary>The most common paths.</summary>
    public IReadOnlyList<CommonPath> Paths { get; init; } = [];

    /// <summary>Cohorts.</summary>
    public CohortGrid? Cohorts { get; init; }

    /// <summary>RFM.</summary>
    public RfmGrid? Rfm { get; init; }

    /// <summary>Rhythm.</summary>
    public RhythmPicture? Rhythm { get; init; }

    /// <summary>Average basket by stage.</summary>
    public IReadOnlyList<StageBasket> Baskets { get; init; } = [];

    /// <summary>Basket evolution; null when nobody has enough orders.</summary>
    public BasketTrend? Trend { get; init; }

    /// <summary>Abandonment; null when no cart is recorded.</summary>
    public Abandonment? Abandonment { get; init; }

    /// <summary>Favourite categories; empty when products have none.</summary>
    public IReadOnlyList<CategoryRank> Categories { get; init; } = [];

    /// <summary>Attachment; null when nobody ordered.</summary>
    public Attachment? Attachment { get; init; }

    /// <summary>Who is leaving; null when it cannot be told, and then <see cref="NoChurn"/> says why.</summary>
    public ChurnPicture? Churn { get; init; }

    /// <summary>Why nobody can say who is leaving; null when it can be told, and for an empty base.</summary>
    public ChurnRefusal? NoChurn { get; init; }

    /// <summary>What the models of orders and spend foretell; null for an empty base.</summary>
    public PurchaseOutlook? Purchases { get; init; }

    /// <summary>What lists of next products would have found; null when too few customers have two baskets.</summary>
    public NeedPicture? Needs { get; init; }

    /// <summary>When the second order comes; null when it cannot be told, and then <see cref="NoSecondOrder"/> says why.</summary>
    public OrderMoment? SecondOrder { get; init; }

    /// <summary>Why the moment of the second order cannot be told.</summary>
    public TimingRefusal? NoSecondOrder { get; init; }

    /// <summary>The weeks in which customers leave; null when they cannot be told, and then <see cref="NoCritical"/> says why.</summary>
    public CriticalPeriods? Critical { get; init; }

    /// <summary>Why those weeks cannot be told.</summary>
    public TimingRefusal? NoCritical { get; init; }
}
