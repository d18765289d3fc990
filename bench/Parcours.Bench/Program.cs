Console.Error.WriteLine("usage: Parcours.Bench <benchmark> [options]");
return 2;
