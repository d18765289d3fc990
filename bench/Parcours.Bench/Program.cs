using Parcours.Bench.Flows;

switch (args)
{
    case ["flows", .. string[] options]:
        return FlowsBench.Run(options);

    default:
        Console.Error.WriteLine("usage: Parcours.Bench <benchmark> [options]");
        return 2;
}
