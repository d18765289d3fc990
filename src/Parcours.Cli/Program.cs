using System.CommandLine;
using System.Globalization;

// Every figure we write for machines is culture-free; what people read names its language.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var root = new RootCommand("Parcours reads a company's orders and shows where every customer stands.");
return await root.Parse(args).InvokeAsync();
