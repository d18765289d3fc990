using System.Text.Json;
using Parcours.Cli.Frame;

namespace Parcours.Cli.Backups;

/// <summary>What a verb that was run said, once it is seen that it ended as it should.</summary>
internal static class Outcome
{
    /// <summary>What a verb that did its work wrote.</summary>
    internal static string Done((int Code, string Out, string Error) said)
    {
        Assert.True(said.Code == ExitCode.Done, said.Error);
        return said.Out;
    }

    /// <summary>The same, as JSON.</summary>
    internal static JsonElement Json((int Code, string Out, string Error) said) => JsonDocument.Parse(Done(said)).RootElement;

    /// <summary>The code of a refusal.</summary>
    internal static string? Refused((int Code, string Out, string Error) said)
    {
        Assert.Equal(ExitCode.Refused, said.Code);
        return JsonDocument.Parse(said.Error).RootElement.GetProperty("error").GetProperty("code").GetString();
    }
}
