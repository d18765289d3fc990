using System.Globalization;
using Parcours.Bench.Storage;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var benchmarks = new Dictionary<string, Action<string[]>>(StringComparer.Ordinal)
{
    ["storage"] = StorageBenchmark.Run,
};

if (args.Length > 0 && benchmarks.TryGetValue(args[0], out Action<string[]>? run))
{
    run(args[1..]);
    return 0;
}

Console.Error.WriteLine($"usage: Parcours.Bench <{string.Join('|', benchmarks.Keys)}> [options]");
return 2;
