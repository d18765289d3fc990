using Parcours.Bench.Churn;
using Parcours.Bench.Flows;
using Parcours.Bench.Import;
using Parcours.Bench.Indicators;
using Parcours.Bench.Ingestion;
using Parcours.Bench.Learners;
using Parcours.Bench.Lifecycles;
using Parcours.Bench.Live;
using Parcours.Bench.NextNeed;
using Parcours.Bench.Screens;
using Parcours.Bench.Segments;
using Parcours.Bench.Storage;
using Parcours.Bench.Transactions;
using Parcours.Bench.Value;

switch (args)
{
    case ["flows", .. string[] options]:
        return FlowsBench.Run(options);

    case ["events", .. string[] options]:
        return EventReaderBench.Run(options);

    case ["screens", .. string[] options]:
        return ScreensBench.Run(options);

    case ["server", .. string[] options]:
        return ServerBench.Run(options);

    case ["profiles", .. string[] options]:
        return ProfileBench.Run(options);

    case ["live", .. string[] options]:
        return LiveBench.Run(options);

    case ["import", .. string[] options]:
        return ImportBench.Run(options);

    case ["timelines", .. string[] options]:
        return TimelinesBench.Run(options);

    case ["segments", .. string[] options]:
        return SegmentsBench.Run(options);

    case ["storage", .. string[] options]:
        return StorageBench.Run(options);

    case ["indicators", .. string[] options]:
        return IndicatorsBench.Run(options);

    case ["btyd", .. string[] options]:
        return TransactionsBench.Run(options);

    case ["coverage", "value", .. string[] options]:
        return ValueCoverageBench.Run(options);

    case ["coverage", .. string[] options]:
        return CoverageBench.Run(options);

    case ["churn", .. string[] options]:
        return ChurnBench.Run(options);

    case ["boosting", .. string[] options]:
        return LearnersBench.Run(options);

    case ["next", .. string[] options]:
        return NextNeedBench.Run(options);

    case ["value", .. string[] options]:
        return ValueBench.Run(options);

    default:
        Console.Error.WriteLine("usage: Parcours.Bench <benchmark> [options]");
        return 2;
}
