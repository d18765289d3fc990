[assembly: AssemblyFixture(typeof(Parcours.Browser.Chromium))]
