using System.Reflection;
using Parcours.Engine.Ingestion.Messages;
using Parcours.Engine.Sources;

namespace Parcours.Engine.Ingestion;

public sealed class ReasonWordsTests
{
    [Fact]
    public void Every_reason_has_its_french_sentence()
    {
        Fault[] faults = [.. Of(typeof(Fault)), .. Of(typeof(SourceFaults))];
        Assert.True(faults.Length > 25);
        Assert.All(faults, fault => Assert.NotEqual(fault.Detail, ReasonWords.In(fault.Detail, "fr")));
        Assert.All(faults, fault => Assert.Equal(fault.Detail, ReasonWords.In(fault.Detail, "en")));
    }

    [Theory]
    [InlineData("The message has 40000 bytes; 32768 is the limit.", "Le message compte 40000 octets ; la limite est de 32768.")]
    [InlineData("The score is no whole number from 0 to 10: \"a: b\"", "La note n'est pas un nombre entier de 0 à 10 : \"a: b\"")]
    [InlineData("timestamp is no date and time: 31/31\n", "timestamp n'est pas une date avec son heure : 31/31\n")]
    [InlineData("What nobody ever wrote.", "What nobody ever wrote.")]
    public void What_the_message_said_goes_over_as_it_is(string english, string french) => Assert.Equal(french, ReasonWords.In(english, "fr"));

    private static IEnumerable<Fault> Of(Type type) =>
    [
        .. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Fault>(),
        .. type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(Fault))
            .Select(method => (Fault)method.Invoke(null, [.. method.GetParameters().Select(parameter => parameter.ParameterType == typeof(string) ? "something" : Convert.ChangeType(7, parameter.ParameterType, null))])!),
    ];
}
