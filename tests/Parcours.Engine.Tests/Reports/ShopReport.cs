using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Reports.Building;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Samples;

namespace Parcours.Engine.Reports;

/// <summary>The report of a small sample shop, computed from its facts.</summary>
internal static class ShopReport
{
    private static readonly Lazy<HistoryBase> Histories = new(() => ShopHistories.Of(new Shop(new SampleOptions(2_000, 7))));

    public static HistoryBase Base => Histories.Value;

    /// <summary>The last microsecond of the shop's last day.</summary>
    public static Instant End => Base.Calendar.EndOfDay(Calendar.DayOf(SampleOptions.DefaultUntil));

    /// <summary>No order within 180 days, with one method to try: the choice among all has its own tests.</summary>
    public static ChurnDefinition Leaving { get; } = new ChurnLibrary(null).Find(ChurnLibrary.Usual)! with { Candidates = ["rfm"] };

    public static LifecycleAnalysis Analyse(string lifecycle) => LifecycleLibrary.BuiltIn().Analyse(BuiltInLifecycles.Find(lifecycle)!, Base);

    public static ReportModel Build(string lifecycle, Instant at) => ReportBuilder.Build(Analyse(lifecycle), at, Leaving);
}
