using Parcours.Bench.Flows;
using Parcours.Bench.Lifecycles;

switch (args)
{
    case ["flows", .. string[] options]:
        return FlowsBench.Run(options);

    case ["timelines", .. string[] options]:
        return TimelinesBench.Run(options);

    default:
        Console.Error.WriteLine("usage: Parcours.Bench <benchmark> [options]");
        return 2;
}
